import { formatDate } from '../../indicators/format-figure.ts';
import type { MapDefinition } from '../map-definition.ts';
import type { MapBody } from './body/draw-map-body.ts';
import { createPaperSizes } from './body/paper-sizes.ts';
import type { ComposedSheet, ComposeInput } from './composed-sheet.ts';
import type { DrawItem, GroupItem } from './drawing.ts';
import type { EditionView } from './edition/edition-view.ts';
import { fillPanels } from './fill-panels.ts';
import { drawBleedGround, drawCropMarks } from './furniture/crop-marks.ts';
import { writeEdition } from './furniture/edition-words.ts';
import { drawFrame, drawGrid } from './furniture/frame.ts';
import { createNameIndexPanel } from './furniture/name-index.ts';
import { createNotesPanel } from './furniture/notes-panel.ts';
import { drawOverlaps, drawPageMarks } from './furniture/page-marks.ts';
import { printInColors } from './furniture/print-in-black.ts';
import { createSignaturesPanel } from './furniture/signatures-panel.ts';
import { drawTitle, drawWatermark } from './furniture/title.ts';
import { createFurnitureKit, enlargeKit, type FurnitureKit, type Panel } from './furniture-kit.ts';
import type { LabelPlacement } from './labels/place-labels.ts';
import { getMapParts } from './map-parts.ts';
import { listMissingGlyphs, listRareGlyphs } from './missing-glyphs.ts';
import { fillOwnTitle } from './own-title.ts';
import { flowOntoSheets, flowPanels, type PanelFlow } from './panel-flow.ts';
import { rectContour } from './shapes.ts';
import { type Continuation, listContinued } from './sheet-continuation.ts';
import { frameInput, type SheetGround } from './sheet-ground.ts';
import { placeInsets, type SheetInsets } from './sheet-insets.ts';
import { indexPlaceNames, listIndexedNames, listPlaceNames } from './sheet-names.ts';
import { listNotes } from './sheet-notes.ts';
import { createSheetPanels, type PanelData } from './sheet-panels.ts';
import { type DrawnStrip, drawStrip, type StripInput } from './sheet-strip.ts';
import { nameOf, type TableScope } from './tables/table-scope.ts';

/** A map sheet with everything in its place but what depends on the sheets that follow it. */
export interface PreparedSheet {
  readonly input: ComposeInput;
  readonly kit: FurnitureKit;
  readonly ground: SheetGround;
  readonly edition: EditionView;
  readonly definition: MapDefinition;
  readonly scope: TableScope;
  readonly title: string;
  readonly body: MapBody;
  readonly insets: SheetInsets;
  readonly labels: LabelPlacement;
  readonly data: PanelData;
  readonly flow: PanelFlow;
  /** What is for further sheets, in its order. */
  readonly rest: readonly Panel[];
}

/** Unplaced names of which the notes name some have a list of their own on the next sheet from this many. */
const MANY_NAMES = 25;

/**
 * Lays out the map sheet: ground, map, furniture, names, panels.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`
 */
export function prepareMapSheet(given: ComposeInput): PreparedSheet {
  const input = withOneSecondLanguage(given);
  const { spec, context } = input;
  const { options } = spec;
  const { area } = context.scope(spec.areaCode);
  const parts = getMapParts(input);
  const { ground, edition, definition, body } = parts;
  const palette = options.colors === 'mono' ? 'mono' : 'paper';
  const kit = {
    ...createFurnitureKit(ground.paper, spec.language, input.measure),
    palette,
    second: options.secondLanguage,
  } as const;
  const insets = placeInsets(kit, {
    context,
    area,
    areaRings: ground.areaRings,
    projection: ground.projection,
    legend: parts.legend,
    swatches: { definition, sizes: createPaperSizes(ground.paper, definition.level) },
    options,
    allows: edition.allowsPanel,
    window: input.extent ? ground.window : null,
  });
  const labels = parts.placeNames(input.measure, insets.rects);
  const scope: TableScope = { context, area, language: spec.language };
  const laid = { input, kit, ground, edition, definition, scope, body, insets, labels, data: parts.readData(kit) };
  const flow = layPanels(laid);
  const prepared = { ...laid, title: titleOf(laid), flow, rest: [] };
  return { ...prepared, rest: listRest(prepared) };
}

/** The own title, which says as the map's does that the sheet is kept by hand. */
const titleOf = ({
  input: { spec, context },
  scope: { area },
  kit,
  definition,
}: Pick<PreparedSheet, 'input' | 'scope' | 'kit' | 'definition'>): string => {
  const { title: own, isHandKept } = spec.options;
  if (own === null) return definition.title;
  const title = fillOwnTitle(own, { county: context.county, area, map: spec.map, language: spec.language });
  return isHandKept ? kit.say('hand_kept_title', { title }) : title;
};

/** A second language that is the first is none. */
const withOneSecondLanguage = (input: ComposeInput): ComposeInput =>
  input.spec.options.secondLanguage === input.spec.language
    ? { ...input, spec: { ...input.spec, options: { ...input.spec.options, secondLanguage: null } } }
    : input;

/** Whether what finds no room stands on further sheets: pages of a book have none, and it can be done without. */
const continues = ({ extent, page, spec }: ComposeInput): boolean =>
  !extent && (!page || page.goesOn === true) && !spec.options.hidden.includes('continuation');

type LaidSheet = Omit<PreparedSheet, 'title' | 'flow' | 'rest'>;

/** Fills the room beside the map. */
function layPanels({ input, kit, ground, edition, scope, body, insets, data }: LaidSheet): PanelFlow {
  const { options } = input.spec;
  const { hidden, signatures } = options;
  const names = listIndexedNames(body, ground.squares, scope);
  const panels = (enlargement: number): readonly Panel[] => {
    const larger = enlargeKit(kit, enlargement);
    return [
      ...createSheetPanels(larger, data, insets.panels(larger)),
      ...(names.length > 0 ? [createNameIndexPanel(larger, names)] : []),
    ].filter(({ id }) => edition.allowsPanel(id) && !hidden.includes(id));
  };
  if (ground.layout.arrangement === 'none')
    // the locator stands in the strip
    return { placed: [], leftOut: insets.panels(kit).filter(({ id }) => id !== 'locator'), rest: [] };
  const hasLines = signatures.length > 0 && !hidden.includes('signatures');
  const foot = (enlargement: number): Panel | null =>
    hasLines ? createSignaturesPanel(enlargeKit(kit, enlargement), signatures) : null;
  if (!continues(input)) return fillPanels(ground.layout, { panels, foot }, flowPanels);
  const flow = fillPanels(ground.layout, { panels, foot }, flowOntoSheets);
  if (!flow.rest.some(isLegend)) return flow;
  // what explains the map stands beside it before what only goes with it
  const legendFirst = (enlargement: number): readonly Panel[] =>
    panels(enlargement).toSorted((a, b) => Number(isLegend(b)) - Number(isLegend(a)));
  return fillPanels(ground.layout, { panels: legendFirst, foot }, flowOntoSheets);
}

const isLegend = ({ id }: Panel): boolean => id === 'legend';

/** What the further sheets hold: panels or their rest, names that found no place, notes without room. */
function listRest(prepared: PreparedSheet): readonly Panel[] {
  const { input, kit, ground, edition, labels, flow } = prepared;
  if (!continues(input)) return [];
  const names = indexPlaceNames(labels.unplaced, ground.squares);
  const panels =
    names.length < MANY_NAMES || !edition.allowsPanel('unplaced_names')
      ? flow.rest
      : [...flow.rest, createNameIndexPanel(kit, names, { id: 'unplaced_names', title: kit.say('unplaced_names') })];
  // the sentence about further sheets is as long here as it can get
  const longest = panels.map(({ title }, index) => ({ title, sheet: 11 + index }));
  const notes = listSheetNotes(prepared, { continued: longest, total: 99, missingGlyphs: [], leftOut: [] });
  const { omittedNotes } = drawSheetStrip(prepared, notes);
  return omittedNotes === 0 ? panels : [...panels, createNotesPanel(kit, notes.slice(-omittedNotes))];
}

/** Draws the map sheet, saying what stands on the sheets that follow. */
export function finishMapSheet(prepared: PreparedSheet, continuation: Continuation): ComposedSheet {
  const { input, ground, insets, labels, flow } = prepared;
  const { spec } = input;
  const total = continuation.pages.length + 1;
  const continued = listContinued(continuation);
  const leftOut = [...flow.leftOut, ...continuation.leftOut].map(({ title }) => title);
  const items = drawMapSheet(prepared);
  const missingGlyphs = listMissingGlyphs(items, input.hasGlyph);
  const rareGlyphs = findRareGlyphs(items, input);
  const inStrip = continued.filter(({ id }) => id !== 'notes');
  const notes = listSheetNotes(prepared, { continued: inStrip, total, missingGlyphs, rareGlyphs, leftOut });
  const strip = drawSheetStrip(prepared, notes);
  const notesFollow = continued.some(({ id }) => id === 'notes');
  return {
    paper: ground.dimensions,
    ...(input.page && { isBound: true }),
    bleedMillimeters: spec.options.bleedMillimeters,
    layout: ground.layout,
    projection: ground.projection,
    title: prepared.title,
    sheet: { number: 1, total },
    items: printInColors([...items, ...strip.items], spec.options),
    report: {
      unplaced: listPlaceNames(labels.unplaced),
      missingGlyphs,
      leftOut,
      continued,
      omittedNotes: notesFollow ? 0 : strip.omittedNotes,
      displaced: insets.displaced,
      labelRects: labels.placed.filter(({ wish }) => !wish.overlaps).flatMap(({ boxes }) => boxes),
      insetRects: insets.rects,
      insets: insets.placed,
      panels: flow.placed.map(({ panel, rect, omitted }) => ({ id: panel.id, rect, omitted })),
      area: ground.areaRings,
    },
  };
}

/** Everything but the strip. */
function drawMapSheet(prepared: PreparedSheet): readonly DrawItem[] {
  const { input, kit, ground, edition, body, insets, labels, flow } = prepared;
  const { spec } = input;
  const has = (furniture: 'grid' | 'graticule'): boolean =>
    edition.allowsFurniture(furniture) && !spec.options.hidden.includes(furniture);
  const map: GroupItem = {
    kind: 'group',
    clip: [rectContour(ground.projection.map)],
    items: [
      ...body.ground,
      ...(has('grid') ? drawGrid(kit, frameInput(ground)) : []),
      ...body.marks,
      ...(input.overlay?.(ground) ?? []),
      ...(input.page ? drawOverlaps(kit, input.page, ground.layout) : []),
    ],
  };
  return [
    ...drawBleedGround(ground.dimensions, spec.options.bleedMillimeters, ground.layout.outerFrame),
    map,
    ...(spec.edition === 'review' ? drawWatermark(kit, ground.projection.map) : []),
    ...labels.placed.flatMap((placed) => placed.items),
    ...insets.items,
    ...drawFrame(kit, { ...frameInput(ground), isPlain: !has('graticule') }),
    ...drawSheetTitle(prepared),
    ...flow.placed.flatMap((placed) => placed.items),
    ...(input.page ? drawPageMarks(kit, input.page, { layout: ground.layout, paper: ground.dimensions }) : []),
    ...drawCropMarks(ground.dimensions, spec.options.bleedMillimeters),
  ];
}

function listSheetNotes(
  { kit, definition, scope, edition, ground, input, labels }: PreparedSheet,
  said: {
    readonly continued: readonly { readonly title: string; readonly sheet: number }[];
    readonly total: number;
    readonly missingGlyphs: readonly string[];
    readonly rareGlyphs?: ReturnType<typeof findRareGlyphs>;
    readonly leftOut: readonly string[];
  },
): readonly string[] {
  const { spec } = input;
  return listNotes(kit, {
    definition,
    scope,
    edition,
    ...ground,
    paper: spec.paper,
    sheet: said.total > 1 ? { number: 1, total: said.total } : null,
    hasTelephones: spec.options.hasTelephones && !edition.isPublic,
    own: spec.options.notes,
    continued: said.continued,
    leftOut: said.leftOut,
    unplaced: listPlaceNames(labels.unplaced),
    missingGlyphs: said.missingGlyphs,
    rareGlyphs: said.rareGlyphs ?? null,
  });
}

function findRareGlyphs(items: readonly DrawItem[], { rareFont }: ComposeInput) {
  const characters = rareFont ? listRareGlyphs(items, rareFont.isUsedFor) : [];
  return rareFont && characters.length > 0 ? { characters, font: rareFont.name } : null;
}

function drawSheetStrip({ kit, ground, input, edition, insets }: PreparedSheet, notes: readonly string[]): DrawnStrip {
  const hasCode = edition.allowsFurniture('live_code') && !input.spec.options.hidden.includes('live_code');
  return drawStrip(kit, {
    layout: ground.layout,
    projection: ground.projection,
    hasNorth: insets.hasNorth,
    liveCode: hasCode ? input.liveCode : null,
    notes,
    goesOn: continues(input),
    locator: ground.layout.arrangement === 'none' ? fitLocator(kit, insets, ground.layout.strip.height) : null,
  });
}

/** The locator as high as the strip; null where it stands in the map, or there is none. */
function fitLocator(kit: FurnitureKit, insets: SheetInsets, height: number): StripInput['locator'] {
  const locator = insets.panels(kit).find(({ id }) => id === 'locator');
  if (!locator) return null;
  const [caption, atOne] = [locator.leastHeight(0), locator.leastHeight(1)];
  const width = (height - caption) / (atOne - caption);
  return width <= 0 ? null : { width, items: locator.set(width, height).items };
}

function drawSheetTitle({ kit, input: { spec }, scope, title, ground, definition }: PreparedSheet): DrawItem[] {
  return drawTitle(kit, {
    place: ground.layout.title,
    frameWidth: ground.layout.outerFrame.width,
    title,
    second: spec.options.title === null ? (definition.secondTitle ?? null) : null,
    asOf: kit.say('as_of', { date: formatDate(spec.asOf, spec.language) }),
    campaign: nameOf(scope, scope.context.county.campaign),
    edition: writeEdition(kit, spec, scope.context.county),
  });
}
