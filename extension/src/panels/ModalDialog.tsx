import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

interface ModalDialogProps {
  readonly title: string;
  /** @default 'dialog' */
  readonly role?: 'dialog' | 'alertdialog';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog in the browser's top layer: it keeps the focus, and Escape closes it. */
export const ModalDialog = ({
  title,
  role = 'dialog',
  onClose,
  children,
}: ModalDialogProps): ReactElement => {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it is taken away, it gives the focus back to what had it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would choose the first; Enter shall do what the dialog is for. A long dialog is read from its beginning.
    element?.querySelector<HTMLElement>('.primary')?.focus({ preventScroll: true });
    element?.scrollTo(0, 0);
    // Where nothing has the focus, keys go to the page: the viewer would act on them behind the dialog, and take Escape for itself.
    const keepFromViewer = (event: globalThis.KeyboardEvent): void => {
      if (event.target instanceof Node && element?.contains(event.target) !== true) event.stopPropagation();
    };
    addEventListener('keydown', keepFromViewer, true);
    return () => {
      removeEventListener('keydown', keepFromViewer, true);
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role}
      aria-label={title}
      onCancel={onClose}
      // The viewer's keys are for images.
      onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  );
};
