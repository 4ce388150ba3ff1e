import { createRoot } from 'react-dom/client';
import type { ReviewStore } from '../store/reviewStore.ts';
import { OVERLAY_STYLE } from './overlayStyle.ts';
import { RegionOverlay } from './RegionOverlay.tsx';
import type { StackView } from './stackView.ts';

/**
 * The viewport prevents what keys do by default, while a box has the focus as well: then Tab would not reach the next box, and no
 * letter would reach the viewer's hotkeys, which listen to `keypress`. Events cannot go round the viewport, as they have to reach the
 * document.
 */
const keepKeys = (event: KeyboardEvent): void => {
  if (!event.defaultPrevented) Object.defineProperty(event, 'preventDefault', { value: () => undefined });
};

/** Puts the boxes above a viewport. @returns what takes them away */
export const mountOverlay = (store: ReviewStore, view: StackView, activate: () => void): (() => void) => {
  const container = document.createElement('div');
  container.className = 'pseudonymize-overlay-root';
  view.element.append(container);
  const root = createRoot(container);
  root.render(
    <>
      <style>{OVERLAY_STYLE}</style>
      <RegionOverlay store={store} view={view} activate={activate} />
    </>,
  );
  container.addEventListener('keydown', keepKeys);
  return () => {
    // Not at once: the host may take the viewport away while it renders.
    queueMicrotask(() => {
      root.unmount();
      container.remove();
    });
  };
};
