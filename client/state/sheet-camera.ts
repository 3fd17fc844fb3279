/** How a page lies in the frame of the preview: pixels of the screen per millimetre, and its upper left corner in pixels. */
export interface SheetCamera {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];

/** Free ground around a page that fills the frame, pixels. */
const MARGIN = 20;
/** Pixels of the screen per millimetre at which a page is as large as on paper. */
export const REAL_SIZE = 96 / 25.4;
/** Closer than this a hair line is a bar. */
const CLOSEST = 24;
/** Smaller than this part of the whole view nothing is seen. */
const FARTHEST = 0.5;

/** The whole page in the middle of the frame. */
export function fitCamera(frame: Size, page: Size): SheetCamera {
  const room = (side: number): number => Math.max(side - 2 * MARGIN, 1);
  const zoom = Math.min(room(frame.width) / page.width, room(frame.height) / page.height);
  return { zoom, x: (frame.width - page.width * zoom) / 2, y: (frame.height - page.height * zoom) / 2 };
}

/** Comes closer by a factor; what lies under `point` stays there. */
export function zoomCamera(
  camera: SheetCamera,
  { factor, point, fit }: { readonly factor: number; readonly point: Point; readonly fit: SheetCamera },
): SheetCamera {
  const zoom = Math.min(CLOSEST, Math.max(fit.zoom * FARTHEST, camera.zoom * factor));
  const by = zoom / camera.zoom;
  return { zoom, x: point[0] - (point[0] - camera.x) * by, y: point[1] - (point[1] - camera.y) * by };
}

/** Moves the page by pixels; part of it stays in the frame. */
export function panCamera(
  { zoom, x, y }: SheetCamera,
  [dx, dy]: Point,
  { frame, page }: { readonly frame: Size; readonly page: Size },
): SheetCamera {
  const keep = (at: number, side: number, room: number): number =>
    Math.min(room - MARGIN * 2, Math.max(MARGIN * 2 - side * zoom, at));
  return { zoom, x: keep(x + dx, page.width, frame.width), y: keep(y + dy, page.height, frame.height) };
}

/** A rectangle of the page, millimetres, as large as the frame lets it be, at most in its real size threefold. */
export function frameRect(
  rect: Size & { readonly x: number; readonly y: number },
  { frame }: { readonly frame: Size },
): SheetCamera {
  const zoom = Math.min(fitCamera(frame, rect).zoom, 3 * REAL_SIZE);
  return {
    zoom,
    x: frame.width / 2 - (rect.x + rect.width / 2) * zoom,
    y: frame.height / 2 - (rect.y + rect.height / 2) * zoom,
  };
}
