/** Below this width, in CSS pixels, the study list and the panel would leave the image no room: the page was enlarged, or the window made small. */
const NARROW = '(max-width: 899px)';

const isStudyListOpen = (): boolean =>
  (document.querySelector('[data-cy="studyBrowser-panel"]')?.getBoundingClientRect().width ?? 0) > 0;

/** Closes the study list when the page becomes narrow; its header, which the viewer leaves to open it again, has no command. @returns what ends it */
export const keepRoomForImages = (): (() => void) => {
  const narrow = matchMedia(NARROW);
  const follow = (): void => {
    if (narrow.matches && isStudyListOpen())
      document.querySelector<HTMLElement>('[data-cy="side-panel-header-left"]')?.click();
  };
  narrow.addEventListener('change', follow);
  return () => narrow.removeEventListener('change', follow);
};
