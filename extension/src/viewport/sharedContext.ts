import type { Cornerstone } from '../ohif.ts';
import { watchStackViews } from './stackView.ts';

/**
 * Has the viewer draw all viewports with one WebGL context. Of itself it makes several for every study that is opened, and frees none:
 * where there are too many the browser takes the oldest away, that of the thumbnails first.
 *
 * @returns what frees the context; those to come are shared, too
 */
export const shareContext = (cornerstone: Cornerstone): (() => void) => {
  const { rendering } = cornerstone.getConfiguration();
  // It stays so: the viewer makes the next ones while it leaves a mode.
  if (rendering !== undefined) rendering.webGlContextCount = 1;
  const canvases = new Set<HTMLCanvasElement>();
  const unwatch = watchStackViews(cornerstone, (view) => {
    const canvas = view.drawnOn();
    if (canvas !== null) canvases.add(canvas);
    return () => undefined;
  });
  return () => {
    unwatch();
    for (const canvas of canvases)
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  };
};
