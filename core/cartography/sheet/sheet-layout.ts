import { InvalidInputError } from '../../errors.ts';
import { countSheets, type MapWindow } from './count-sheets.ts';
import type { Rect } from './drawing.ts';
import { insetRect } from './drawing.ts';
import { type Orientation, type Paper, paperDimensions, paperFactor, paperMargin } from './paper.ts';
import { emForHeight, leastHeights, readingHeights } from './reading-heights.ts';
import { formatScale, roundScaleFor } from './round-scale.ts';
import type { PlaneBox } from './sheet-projection.ts';

/** Where everything stands on a sheet, in millimetres. */
export interface SheetLayout {
  /** The whole paper. */
  readonly paper: Rect;
  /** Paper without its margin. */
  readonly content: Rect;
  readonly title: Rect;
  /** Outer line of the double frame. */
  readonly outerFrame: Rect;
  /** Inner line of the double frame: the map. */
  readonly map: Rect;
  /** Room for panels beside or below the map. */
  readonly panels: Rect;
  /** A column of panels is about this wide, and this far from the next. */
  readonly columnWidth: number;
  readonly gap: number;
  /** Strip below: scale, notes, code. */
  readonly strip: Rect;
  readonly scale: number;
  /** Whether the panels stand beside the map or below it, or there are none. */
  readonly arrangement: 'side' | 'below' | 'none';
}

/** What the layout depends on. */
export interface LayoutRequest {
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly scale: number | 'fit';
  /** Box of the area in the plane, metres. */
  readonly box: PlaneBox;
  /** Edge at which the sheet is bound into a book: a wide margin there. */
  readonly bindingEdge?: BindingEdge | null;
  /** The map has the whole sheet; otherwise panels have room beside or below it. */
  readonly isMapOnly?: boolean;
  /** Free ground around the area that a page of a book shares with the pages beside it, millimetres. */
  readonly leastPadding?: number;
  /** The title stands in two languages: on upright sheets in rows of their own. */
  readonly hasSecondTitle?: boolean;
}

/** Edge of a page at which a book is bound. */
export type BindingEdge = 'left' | 'right' | 'top';

/** Margin at the binding edge of a book (domain.md section 8), millimetres. */
export const BINDING_MARGIN = 35;
/** Ground that pages of a book which lie side by side show both (domain.md section 8), millimetres. */
export const PAGE_OVERLAP = 20;

/** Measures that scale with the paper, millimetres. */
interface Measures {
  readonly title: number;
  readonly strip: number;
  readonly band: number;
  readonly gap: number;
  /** Free ground between the area and the inner frame. */
  readonly padding: number;
  readonly leastColumn: number;
  readonly leastBand: number;
  readonly column: number;
}

/** Lines of notes for which the strip has room. */
export const STRIP_LINES = 9;
/** Line pitch of notes against their em. */
export const NOTE_LEADING = 1.42;
/** Share of the band between the two frame lines that coordinates take; the squares' names have the rest. */
export const COORDINATE_TIER = 0.44;
/** Em of coordinates against their part of the band. */
export const COORDINATE_FILL = 0.8;
/** Panels never take more than this share of the sheet's width or height. */
const MOST_PANELS = 0.42;

const MILLIMETERS_PER_METER = 1000;

/**
 * Lays out a sheet: the arrangement of panels that gives the larger scale wins; when both give the same, the one that leaves less empty ground
 * around the area. What the round scale leaves over goes to the panels.
 *
 * @throws {InvalidInputError} `scale_does_not_fit`: the area does not fit the paper at the scale asked for
 */
export function createSheetLayout(request: LayoutRequest): SheetLayout {
  if (request.isMapOnly) return createMapOnlyLayout(request);
  const preferred = request.orientation === 'landscape' ? 'side' : 'below';
  const other = preferred === 'side' ? 'below' : 'side';
  const first = fitArrangement(request, preferred);
  const second = fitArrangement(request, other);
  const best = betterOf(request, first, second);
  if (request.scale !== 'fit' && request.scale < best.fitScale * (1 - 1e-9)) {
    // an exact scale between two round ones may still fit
    const exact = Math.min(first.exactScale, second.exactScale);
    if (request.scale < exact) throw doesNotFit(request, roundScaleFor(exact));
    const arrangement = first.exactScale <= second.exactScale ? preferred : other;
    return arrange(request, arrangement, request.scale);
  }
  return arrange(request, best.arrangement, request.scale === 'fit' ? best.fitScale : request.scale);
}

function createMapOnlyLayout(request: LayoutRequest): SheetLayout {
  const { exactScale, fitScale } = fitArrangement(request, 'none');
  if (request.scale === 'fit') return arrange(request, 'none', fitScale);
  if (request.scale < exactScale * (1 - 1e-9)) throw doesNotFit(request, fitScale);
  return arrange(request, 'none', request.scale);
}

/** The larger scale, then the smaller frame. */
function betterOf(request: LayoutRequest, first: Fit, second: Fit): Fit {
  if (first.fitScale !== second.fitScale) return first.fitScale < second.fitScale ? first : second;
  const frameArea = ({ arrangement, fitScale }: Fit): number => {
    const { outerFrame } = arrange(request, arrangement, fitScale);
    return outerFrame.width * outerFrame.height;
  };
  return frameArea(second) < frameArea(first) ? second : first;
}

/**
 * Exact denominator at which the area just fits, panels included.
 *
 * @param request its scale is not looked at
 */
export function findExactScale(request: LayoutRequest): number {
  const arrangements = request.isMapOnly ? (['none'] as const) : (['side', 'below'] as const);
  return Math.min(...arrangements.map((arrangement) => fitArrangement(request, arrangement).exactScale));
}

/** Room for columns of panels on a paper without a map. */
export function layOutColumns(
  request: Pick<LayoutRequest, 'paper' | 'orientation'>,
): Pick<SheetLayout, 'paper' | 'content' | 'columnWidth' | 'gap'> {
  const { column, gap } = measuresOf({ ...request, scale: 'fit', box: [0, 0, 0, 0] });
  const paper = { x: 0, y: 0, ...paperDimensions(request.paper, request.orientation) };
  return { paper, content: contentOf({ ...request, scale: 'fit', box: [0, 0, 0, 0] }), columnWidth: column, gap };
}

/** How much map a paper holds when nothing else stands on it, either way it may lie; the way asked for first. */
export function listMapWindows(
  request: Pick<LayoutRequest, 'paper' | 'orientation' | 'bindingEdge'>,
): readonly [MapWindow, MapWindow] {
  const windowAt = (orientation: Orientation): MapWindow => {
    const laid = { ...request, orientation, scale: 'fit', box: [0, 0, 0, 0] } as const;
    const { map } = arrange(laid, 'none', 1);
    const { padding } = measuresOf(laid);
    return { orientation, width: map.width - 2 * padding, height: map.height - 2 * padding };
  };
  return [windowAt(request.orientation), windowAt(request.orientation === 'landscape' ? 'portrait' : 'landscape')];
}

function doesNotFit(request: LayoutRequest, largest: number): InvalidInputError {
  const { sheets, across, down } = countSheets(
    { box: request.box, scale: Number(request.scale), overlap: PAGE_OVERLAP },
    listMapWindows(request),
  );
  return new InvalidInputError(
    'scale_does_not_fit',
    `Got scale ${formatScale(Number(request.scale))} on ${request.paper.size} ${request.orientation}; the area fits from ${formatScale(largest)}.`,
    {
      scale: formatScale(Number(request.scale)),
      paper: request.paper.size,
      largest: formatScale(largest),
      sheets,
      across,
      down,
    },
  );
}

interface Fit {
  readonly arrangement: SheetLayout['arrangement'];
  readonly exactScale: number;
  readonly fitScale: number;
}

function fitArrangement(request: LayoutRequest, arrangement: SheetLayout['arrangement']): Fit {
  const measures = measuresOf(request);
  const room = insetRect(mapAndPanels(request, measures), measures.band);
  const width = room.width - (arrangement === 'side' ? measures.leastColumn + measures.gap : 0);
  const height = room.height - (arrangement === 'below' ? measures.leastBand + measures.gap : 0);
  const [areaWidth, areaHeight] = sizeOf(request.box);
  const exactScale =
    Math.max(areaWidth / (width - 2 * measures.padding), areaHeight / (height - 2 * measures.padding)) *
    MILLIMETERS_PER_METER;
  return { arrangement, exactScale, fitScale: roundScaleFor(exactScale) };
}

function arrange(request: LayoutRequest, arrangement: SheetLayout['arrangement'], scale: number): SheetLayout {
  const measures = measuresOf(request);
  const dimensions = paperDimensions(request.paper, request.orientation);
  const paper: Rect = { x: 0, y: 0, ...dimensions };
  const content = contentOf(request);
  const room = mapAndPanels(request, measures);
  const [areaWidth, areaHeight] = sizeOf(request.box);
  const onPaper = (meters: number): number => (meters / scale) * MILLIMETERS_PER_METER;

  // panels take what the map does not need, between the least that serves and the most that looks right
  const needed = (meters: number): number => onPaper(meters) + 4 * measures.padding + 2 * measures.band + measures.gap;
  const panelWidth = clamp(room.width - needed(areaWidth), measures.leastColumn, room.width * MOST_PANELS);
  const panelHeight = clamp(room.height - needed(areaHeight), measures.leastBand, room.height * MOST_PANELS);
  const [outerFrame, panels]: readonly [Rect, Rect] = {
    side: [
      { ...room, width: room.width - panelWidth - measures.gap },
      { ...room, x: room.x + room.width - panelWidth, width: panelWidth },
    ] as const,
    below: [
      { ...room, height: room.height - panelHeight - measures.gap },
      { ...room, y: room.y + room.height - panelHeight, height: panelHeight },
    ] as const,
    none: [room, { ...room, x: room.x + room.width, width: 0 }] as const,
  }[arrangement];
  return {
    paper,
    content,
    title: { ...content, height: measures.title },
    outerFrame,
    map: insetRect(outerFrame, measures.band),
    panels,
    columnWidth: measures.column,
    gap: measures.gap,
    strip: { ...content, y: content.y + content.height - measures.strip, height: measures.strip },
    scale,
    arrangement,
  };
}

/** Content without title and strip. */
function mapAndPanels(request: LayoutRequest, measures: Measures): Rect {
  const content = contentOf(request);
  const above = measures.title;
  return { ...content, y: content.y + above, height: content.height - above - measures.strip - measures.gap };
}

/** Paper without its margins. */
function contentOf({ paper, orientation, bindingEdge }: LayoutRequest): Rect {
  const margin = paperMargin(paper);
  const content = insetRect({ x: 0, y: 0, ...paperDimensions(paper, orientation) }, margin);
  const more = Math.max(0, BINDING_MARGIN - margin);
  if (bindingEdge === 'left') return { ...content, x: content.x + more, width: content.width - more };
  if (bindingEdge === 'right') return { ...content, width: content.width - more };
  return bindingEdge === 'top' ? { ...content, y: content.y + more, height: content.height - more } : content;
}

function measuresOf({ paper, orientation, leastPadding = 0, hasSecondTitle = false }: LayoutRequest): Measures {
  const factor = paperFactor(paper);
  const heights = readingHeights(paper);
  const titleEm = emForHeight(heights.title);
  const subtitleRow = orientation === 'portrait' ? emForHeight(heights.subtitle) * 1.5 : 0;
  return {
    title: titleEm * (1.28 + (hasSecondTitle && orientation === 'portrait' ? 0.36 * 1.5 : 0)) + subtitleRow,
    strip: emForHeight(heights.note) * NOTE_LEADING * STRIP_LINES + 1,
    band: Math.max(4, emForHeight(leastHeights(paper).digits) / (COORDINATE_TIER * COORDINATE_FILL), 9 * factor ** 0.6),
    gap: Math.max(2.5, 6 * factor ** 0.6),
    padding: Math.max(2.5, 9 * factor, leastPadding),
    leastColumn: Math.max(52, 150 * factor ** 0.75),
    leastBand: Math.max(48, 150 * factor ** 0.75),
    column: Math.max(52, 165 * factor ** 0.75),
  };
}

const sizeOf = (box: PlaneBox): readonly [number, number] => [box[2] - box[0], box[3] - box[1]];

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
