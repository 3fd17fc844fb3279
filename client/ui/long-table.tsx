import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

/** Rows drawn above and below those in sight. */
const SPARE_ROWS = 12;

interface LongTableProps<Row> {
  readonly label: string;
  /** Headers with the width of their columns as a track of CSS grid. */
  readonly columns: readonly { readonly key: string; readonly title: ReactNode; readonly width: string }[];
  readonly total: number;
  /** Height of every row in units of 1/16 of the root font size. */
  readonly rowPixels: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Cells of a row, one for each column. */
  readonly drawCells: (row: Row) => readonly ReactNode[];
  readonly waiting: string;
  /** Hears which rows are in sight. */
  readonly onLook: (from: number, to: number) => void;
  /** A row was clicked, or Enter pressed on it; without it rows cannot be picked. */
  readonly onPick?: (row: Row, index: number) => void;
  readonly picked?: number | null;
}

/** A table of any length: only the rows in sight are drawn. Arrow keys, Page Up and Down, Home and End move through it, Enter picks. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { label, columns, total, rowPixels, onLook } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const rowHeight = rowPixels * useRootScale();
  const from = Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS);
  const to = Math.min(total, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  useEffect(() => onLook(from, to), [from, to, onLook]);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 600));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const tracks: CSSProperties = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <div ref={frame} className="long-table" onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <table aria-label={label} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1} className="long-head" style={tracks}>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="long-body" style={{ height: total * rowHeight }}>
          {Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step).map((index) => (
            <LongRow
              key={index}
              {...props}
              index={index}
              style={{ ...tracks, top: index * rowHeight, height: rowHeight }}
              onStep={(next) => focusRow(frame.current, { index: next, total, rowHeight })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LongRowProps<Row> extends LongTableProps<Row> {
  readonly index: number;
  readonly style: CSSProperties;
  readonly onStep: (index: number) => void;
}

function LongRow<Row>(props: LongRowProps<Row>) {
  const { index, style, rowAt, drawCells, waiting, columns, onPick, picked, onStep, total } = props;
  const row = rowAt(index);
  const handleKey = (event: KeyboardEvent): void => {
    const next = stepByKey(event.key, index, total);
    if (next !== null) {
      event.preventDefault();
      onStep(next);
    } else if (
      (event.key === 'Enter' || event.key === ' ') &&
      row !== undefined &&
      event.target === event.currentTarget
    ) {
      event.preventDefault();
      onPick?.(row, index);
    }
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={onPick ? index === picked : undefined}
      className="long-row"
      data-index={index}
      data-pickable={onPick !== undefined}
      style={style}
      tabIndex={isEntry(index, picked) ? 0 : -1}
      onKeyDown={handleKey}
      onClick={() => (row === undefined ? undefined : onPick?.(row, index))}
    >
      {row === undefined ? (
        <td className="long-waiting">{waiting}</td>
      ) : (
        drawCells(row).map((cell, place) => <td key={columns[place]?.key}>{cell}</td>)
      )}
    </tr>
  );
}

/** The row that Tab leads to: the picked one, else the first. */
const isEntry = (index: number, picked: number | null | undefined): boolean => index === (picked ?? 0);

const PAGE = 10;

function stepByKey(key: string, index: number, total: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE,
    PageUp: index - PAGE,
    Home: 0,
    End: total - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(total - 1, next));
}

/** Brings a row into sight, then moves the focus to it when it is drawn. */
function focusRow(
  frame: HTMLDivElement | null,
  { index, total, rowHeight }: { readonly index: number; readonly total: number; readonly rowHeight: number },
): void {
  if (!frame || total === 0) return;
  const top = index * rowHeight;
  const head = frame.querySelector('.long-head')?.clientHeight ?? 0;
  const room = frame.clientHeight - head;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (top + rowHeight > frame.scrollTop + room) frame.scrollTop = top + rowHeight - room;
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      frame.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    ),
  );
}

/** How much larger the page's type is than 16 pixels. */
function useRootScale(): number {
  const [scale, setScale] = useState(readRootScale);
  useEffect(() => {
    const observer = new MutationObserver(() => setScale(readRootScale()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    return () => observer.disconnect();
  }, []);
  return scale;
}

const readRootScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
