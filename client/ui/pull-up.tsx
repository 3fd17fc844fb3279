import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';

/** How far the panel is pulled up. */
export const PULL_STOPS = ['low', 'half', 'high'] as const;
export type PullStop = (typeof PULL_STOPS)[number];

const DRAG_PIXELS = 40;

interface PullUpProps {
  readonly label: string;
  readonly raiseLabel: string;
  readonly lowerLabel: string;
  readonly children: ReactNode;
}

/** A panel at the lower edge of a phone that is pulled up by its handle, by finger or by key. */
export function PullUp({ label, raiseLabel, lowerLabel, children }: PullUpProps) {
  const [stop, setStop] = useState<PullStop>('low');
  const start = useRef<number | null>(null);
  const dragged = useRef(false);
  const move = (steps: number): void => {
    const index = Math.min(PULL_STOPS.length - 1, Math.max(0, PULL_STOPS.indexOf(stop) + steps));
    setStop(PULL_STOPS[index] ?? 'low');
  };
  const handleUp = (event: PointerEvent): void => {
    const from = start.current;
    start.current = null;
    if (from === null) return;
    const way = from - event.clientY;
    dragged.current = Math.abs(way) >= DRAG_PIXELS;
    if (dragged.current) move(Math.sign(way));
  };
  // A touch ends before its click: were the panel moved then, the click would meet what has come under the finger.
  const handleClick = (): void => {
    if (!dragged.current) setStop(stop === 'low' ? 'half' : 'low');
    dragged.current = false;
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp') move(1);
    if (event.key === 'ArrowDown') move(-1);
  };
  return (
    <aside className="pull-up" data-stop={stop} aria-label={label}>
      <button
        type="button"
        className="pull-handle"
        aria-expanded={stop !== 'low'}
        aria-label={stop === 'low' ? raiseLabel : lowerLabel}
        onPointerDown={(event) => {
          start.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={handleUp}
        onClick={handleClick}
        onKeyDown={handleKey}
      />
      <div className="pull-body">{children}</div>
    </aside>
  );
}
