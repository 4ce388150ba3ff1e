/** Below this width, in CSS pixels, the study list and the panel would leave the image no room: the page was enlarged, or the window made small. */
export const NARROW_PAGE = '(max-width: 899px)';

const isStudyListOpen = (): boolean =>
  (document.querySelector('[data-cy="studyBrowser-panel"]')?.getBoundingClientRect().width ?? 0) > 0;

/** Its header is the only way: it has no command, and the viewer's panel service opens no panel that was closed by its header. */
const toggleStudyList = (): void =>
  document.querySelector<HTMLElement>('[data-cy="side-panel-header-left"]')?.click();

const afterLayout = (act: () => void): unknown =>
  requestAnimationFrame(() => requestAnimationFrame(() => act()));

/** Closes the study list when the page becomes narrow, and opens it again when there is room; one that the reader has closed stays so. @returns what ends it */
export const keepRoomForImages = (): (() => void) => {
  const narrow = matchMedia(NARROW_PAGE);
  // A page that is opened narrow has its list closed by the mode.
  let isClosedHere = narrow.matches;
  const follow = (): void => {
    const isOpen = isStudyListOpen();
    // At once: the viewer would open it again by the part of the page that it had then.
    if (narrow.matches && isOpen) toggleStudyList();
    // Not before the viewer has laid itself out for the new width.
    if (!narrow.matches && !isOpen && isClosedHere) afterLayout(toggleStudyList);
    isClosedHere = narrow.matches && isOpen;
  };
  narrow.addEventListener('change', follow);
  return () => narrow.removeEventListener('change', follow);
};
