import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { SheetCamera } from '#client/state/sheet-camera.ts';
import { nearestPlace, type PushSide, pushPlace, roomOfPlace } from '#client/state/sheet-furniture.ts';
import { moveFurniture, switchFurniture } from '#client/state/sheet-wish.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { ReportedPage, SheetReportAnswer } from '#core/api/sheet-report.ts';
import { INSET_IDS, type InsetId, type InsetPlace } from '#core/cartography/sheet/sheet-spec.ts';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface FurnitureHandlesProps {
  readonly report: SheetReportAnswer;
  readonly page: number;
  readonly camera: SheetCamera;
}

/** A piece in hand: how far it was carried, pixels of the screen. */
interface Carried {
  readonly id: InsetId;
  readonly dx: number;
  readonly dy: number;
  readonly to: InsetPlace;
}

const SIDES: Readonly<Record<string, PushSide>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'top',
  ArrowDown: 'bottom',
};

/** Furniture of the map sheet under the hand: dragged, or pushed with the arrow keys, to a corner or the column; Delete leaves it out. */
export function FurnitureHandles({ report, page: number, camera }: FurnitureHandlesProps) {
  const page = report.pages.find((each) => each.number === number);
  const [carried, setCarried] = useState<Carried | null>(null);
  if (!page?.map) return null;
  const { map, panelRoom } = page;
  return (
    <div className="handles">
      {carried
        ? listPlaces(carried.id, panelRoom).map((place) => (
            <span
              key={place}
              className="drop-place"
              data-aimed={place === carried.to}
              style={placeOnPage(roomOfPlace(place, { map, panelRoom }), page)}
            />
          ))
        : null}
      {listMovable(page).map(({ id, rect }) => (
        <Handle key={id} id={id} rect={rect} page={page} zoom={camera.zoom} carried={carried} onCarry={setCarried} />
      ))}
    </div>
  );
}

const listPlaces = (id: InsetId, panelRoom: Rect | null): readonly InsetPlace[] => [
  'left_top',
  'right_top',
  'left_bottom',
  'right_bottom',
  ...(panelRoom && id !== 'north' ? (['panel'] as const) : []),
];

/** In the frame, or among the panels. */
const listMovable = ({ insets, panels }: ReportedPage): readonly { readonly id: InsetId; readonly rect: Rect }[] => [
  ...insets,
  ...panels.flatMap(({ id, rect }) => {
    const inset = INSET_IDS.find((each) => each === id);
    return inset ? [{ id: inset, rect }] : [];
  }),
];

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)}%`;

function placeOnPage({ x, y, width, height }: Rect, page: ReportedPage) {
  const { bleedMillimeters: bleed } = page;
  const [wide, high] = [page.width + 2 * bleed, page.height + 2 * bleed];
  return {
    left: percent(x + bleed, wide),
    top: percent(y + bleed, high),
    width: percent(width, wide),
    height: percent(height, high),
  };
}

interface HandleProps {
  readonly id: InsetId;
  readonly rect: Rect;
  readonly page: ReportedPage;
  readonly zoom: number;
  readonly carried: Carried | null;
  readonly onCarry: (carried: Carried | null) => void;
}

function Handle({ id, rect, page, zoom, carried, onCarry }: HandleProps) {
  const say = useTopic('sheetRoom');
  const { wish, choose } = useSheetWish();
  const from = useRef<readonly [number, number] | null>(null);
  const name = say(`furniture_${id}`);
  const { map, panelRoom } = page;
  if (!map) return null;
  const room = { map, panelRoom, id };
  const middle = [rect.x + rect.width / 2, rect.y + rect.height / 2] as const;
  const now = wish.options.places[id] ?? nearestPlace(middle, room);
  const put = (place: InsetPlace): void => {
    if (place !== wish.options.places[id]) choose(moveFurniture(wish, id, place));
  };
  const drop = (): void => {
    from.current = null;
    onCarry(null);
  };
  const handleMove = (event: PointerEvent): void => {
    if (!from.current) return;
    event.stopPropagation();
    const [dx, dy] = [event.clientX - from.current[0], event.clientY - from.current[1]];
    const to = nearestPlace([middle[0] + dx / zoom, middle[1] + dy / zoom], room);
    if (carried || Math.hypot(dx, dy) > 4) onCarry({ id, dx, dy, to });
  };
  const handleKey = (event: KeyboardEvent): void => {
    const side = SIDES[event.key];
    if (side) put(pushPlace(now, side));
    else if (event.key === 'Delete' || event.key === 'Backspace') choose(switchFurniture(wish, id, false));
    else if (event.key === 'Escape') drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isCarried = carried?.id === id;
  return (
    <button
      type="button"
      className="handle"
      data-carried={isCarried}
      aria-label={say('handle', { name, place: say(`place_${now}`) })}
      title={say('handle_hint', { name })}
      style={{
        ...placeOnPage(rect, page),
        ...(isCarried ? { transform: `translate(${carried.dx}px, ${carried.dy}px)` } : {}),
      }}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        from.current = [event.clientX, event.clientY];
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={handleMove}
      onPointerUp={(event) => {
        event.stopPropagation();
        if (isCarried) put(carried.to);
        drop();
      }}
      onPointerCancel={drop}
    >
      <span>{name}</span>
    </button>
  );
}
