import { createRoot } from 'react-dom/client';
import type { ReviewStore } from '../store/reviewStore.ts';
import { OVERLAY_STYLE } from './overlayStyle.ts';
import { RegionOverlay } from './RegionOverlay.tsx';
import type { StackView } from './stackView.ts';

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
  return () => {
    // Not at once: the host may take the viewport away while it renders.
    queueMicrotask(() => {
      root.unmount();
      container.remove();
    });
  };
};
