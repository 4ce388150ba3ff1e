import { useEffect, useRef, type ReactElement } from 'react';
import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import { t } from '../language/language.ts';
import type { ImageSnippets } from '../viewport/imageSnippets.ts';

/** Pictures can wait for whoever scrolls. */
const IDLE_LIMIT_MS = 2000;
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: IDLE_LIMIT_MS });
  });

interface SnippetProps {
  readonly snippet: ImageSnippets;
  readonly imageId: string;
  readonly box: PixelBox;
  readonly name: string;
}

/** What stands in a box, cut from the image; cut only once it is scrolled into view. */
export const Snippet = ({ snippet, imageId, box, name }: SnippetProps): ReactElement => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = box.join(' ');

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const abort = new AbortController();
    const isGone = (): boolean => abort.signal.aborted;
    const draw = async (): Promise<void> => {
      await idle();
      if (isGone()) return;
      const picture = await snippet(imageId, place.split(' ').map(Number) as unknown as PixelBox);
      if (isGone()) return;
      element.width = picture.width;
      element.height = picture.height;
      element.getContext('2d')?.putImageData(picture, 0, 0);
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Without its picture the finding is still told by its place.
      draw().catch(() => undefined);
    });
    observer.observe(element);
    return () => {
      abort.abort();
      observer.disconnect();
    };
  }, [snippet, imageId, place]);

  return <canvas ref={canvas} className="snippet" role="img" aria-label={t('snippetOf', { name })} />;
};
