import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { fitCamera, panCamera, REAL_SIZE, type SheetCamera, zoomCamera } from '#client/state/sheet-camera.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far an arrow key pans, pixels, and how much a step of the wheel or a key zooms. */
const KEY_PIXELS = 60;
const WHEEL_FACTOR = 0.0016;
export const ZOOM_STEP = 1.4;

/** The camera over a page, with the hands that move it. */
export interface PreviewCamera {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Null until the frame has its size. */
  readonly camera: SheetCamera | null;
  readonly isFit: boolean;
  readonly showWhole: () => void;
  readonly showRealSize: () => void;
  readonly zoom: (factor: number) => void;
  readonly look: (make: (frame: Size) => SheetCamera) => void;
  readonly onKey: (key: string) => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
}

/** Wheel, drag, pinch and keys; the whole page fills the frame until one of them is used. */
export function usePreviewCamera(page: Size): PreviewCamera {
  const frame = useRef<HTMLDivElement>(null);
  const size = useFrameSize(frame);
  const [moved, setMoved] = useState<SheetCamera | null>(null);
  const fitted = size && fitCamera(size, page);
  const camera = moved ?? fitted;
  const latest = useRef({ camera, fitted, size, page });
  latest.current = { camera, fitted, size, page };

  const zoomAt = useCallback((factor: number, point?: readonly [number, number]): void => {
    const { camera: from, fitted: fit, size: room } = latest.current;
    if (from && fit && room) {
      const next = zoomCamera(from, { factor, point: point ?? [room.width / 2, room.height / 2], fit });
      latest.current.camera = next;
      setMoved(next);
    }
  }, []);
  const panBy = useCallback((way: readonly [number, number]): void => {
    const { camera: from, size: room, page: sides } = latest.current;
    if (!from || !room) return;
    const next = panCamera(from, way, { frame: room, page: sides });
    latest.current.camera = next;
    setMoved(next);
  }, []);
  useWheel(frame, zoomAt);
  const showWhole = (): void => setMoved(null);
  const showRealSize = (): void => {
    if (camera) zoomAt(REAL_SIZE / camera.zoom);
  };
  const onKey = (key: string): boolean => {
    const way = KEYS[key];
    if (way) panBy(way);
    else if (key === '+' || key === '=') zoomAt(ZOOM_STEP);
    else if (key === '-') zoomAt(1 / ZOOM_STEP);
    else if (key === '0' || key === 'Home') showWhole();
    else if (key === '1') showRealSize();
    else return false;
    return true;
  };
  const look = (make: (room: Size) => SheetCamera): void => {
    if (size) setMoved(make(size));
  };
  return {
    frame,
    camera,
    isFit: moved === null,
    showWhole,
    showRealSize,
    zoom: (factor) => zoomAt(factor),
    look,
    onKey,
    ...usePointers(frame, { panBy, zoomAt }),
  };
}

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [KEY_PIXELS, 0],
  ArrowRight: [-KEY_PIXELS, 0],
  ArrowUp: [0, KEY_PIXELS],
  ArrowDown: [0, -KEY_PIXELS],
};

function useFrameSize(frame: RefObject<HTMLDivElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const holder = frame.current;
    if (!holder) return;
    const measure = (): void => setSize({ width: holder.clientWidth, height: holder.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(holder);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

type ZoomAt = (factor: number, point?: readonly [number, number]) => void;

/** The page must not scroll while the sheet is zoomed: the listener may refuse that only when it is not passive. */
function useWheel(frame: RefObject<HTMLDivElement | null>, zoomAt: ZoomAt): void {
  useEffect(() => {
    const holder = frame.current;
    if (!holder) return;
    const handleWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = holder.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp(-event.deltaY * lines * WHEEL_FACTOR * (event.ctrlKey ? 4 : 1));
      zoomAt(factor, [event.clientX - box.left, event.clientY - box.top]);
    };
    holder.addEventListener('wheel', handleWheel, { passive: false });
    return () => holder.removeEventListener('wheel', handleWheel);
  }, [frame, zoomAt]);
}

/** One pointer drags, two pinch. */
function usePointers(
  frame: RefObject<HTMLDivElement | null>,
  { panBy, zoomAt }: { readonly panBy: (way: readonly [number, number]) => void; readonly zoomAt: ZoomAt },
): Pick<PreviewCamera, 'onPointerDown' | 'onPointerMove' | 'onPointerUp'> {
  const down = useRef(new Map<number, readonly [number, number]>());
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      down.current.set(event.pointerId, [event.clientX, event.clientY]);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const before = down.current.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY] as const;
      const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
      down.current.set(event.pointerId, now);
      if (!other) return panBy([now[0] - before[0], now[1] - before[1]]);
      const box = frame.current?.getBoundingClientRect();
      if (!box) return;
      const spread = ([x, y]: readonly [number, number]): number => Math.hypot(x - other[0], y - other[1]);
      const middle = [(now[0] + other[0]) / 2 - box.left, (now[1] + other[1]) / 2 - box.top] as const;
      panBy([(now[0] - before[0]) / 2, (now[1] - before[1]) / 2]);
      if (spread(before) > 0) zoomAt(spread(now) / spread(before), middle);
    },
    onPointerUp: (event) => {
      down.current.delete(event.pointerId);
    },
  };
}
