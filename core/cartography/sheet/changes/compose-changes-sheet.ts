import { campaignWord } from '../../../county/campaign-word.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { createUnitName } from '../../map-title.ts';
import type { DrawItem, MeasureText, Rect } from '../drawing.ts';
import { insetRect } from '../drawing.ts';
import { drawNotes } from '../furniture/notes.ts';
import { createTablePanel } from '../furniture/table-panel.ts';
import { drawTitle } from '../furniture/title.ts';
import { createFurnitureKit, type FurnitureKit, type Panel } from '../furniture-kit.ts';
import { flowPanels, type PanelFlow } from '../panel-flow.ts';
import { getPaper, type PaperDimensions, paperDimensions, paperMargin } from '../paper.ts';
import { INK_2, textItem } from '../shapes.ts';
import { type AreaChanges, listAreaChanges } from './area-changes.ts';
import { balanceColumns } from './balance-columns.ts';
import { drawChangesMap } from './changes-map.ts';
import type { ChangesSheetSpec } from './changes-sheet-spec.ts';
import { createFiguresTable, createListTables, createSummaryTable, writePeriod } from './changes-tables.ts';
import { createChangesLegend } from './draw-changes.ts';

/** What the pages are composed from. */
export interface ComposeChangesInput {
  readonly spec: ChangesSheetSpec;
  /** The county; taken to both days. */
  readonly context: IndicatorContext;
  readonly measure: MeasureText;
}

/** The pages: the first with figures and map, more where the lists are long. */
export interface ComposedChanges {
  readonly title: string;
  readonly paper: PaperDimensions;
  readonly pages: readonly (readonly DrawItem[])[];
  readonly changes: AreaChanges;
}

const PAPER = 'A4';
/** The map's share of the width, and the most of the height that it takes. */
const MAP_SHARE = 0.44;
const MOST_MAP_HEIGHT = 0.72;
const COLUMNS = 2;
/** Lines of notes at the bottom of the first page. */
const NOTE_LINES = 4;
/** A list of a county over years still ends. */
const MOST_PAGES = 200;

/**
 * Composes what changed in an area between two days: figures then and now, a map with the changed things marked, lists by town. One page, continued where the
 * lists are long; nothing is left out. Pure.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`
 */
export function composeChangesSheet({ spec, context, measure }: ComposeChangesInput): ComposedChanges {
  const { areaCode, language } = spec;
  const after = context.at(spec.to);
  const changes = listAreaChanges(context.at(spec.from), after, areaCode);
  const paper = getPaper(PAPER);
  const kit = createFurnitureKit(paper, language, measure);
  const dimensions = paperDimensions(paper, 'portrait');
  const content = insetRect({ x: 0, y: 0, ...dimensions }, paperMargin(paper));
  const { area } = after.scope(areaCode);
  const title = text(language, 'sheetRegister', 'sheet_title', { area: createUnitName(after.county, area, language) });
  const first = composeLargest(kit, { spec, after, changes, content, title });
  const pages = [first.items];
  let rest = first.rest;
  while (rest.length > 0 && pages.length < MOST_PAGES) {
    const page = composeFurther(kit, { content, title, panels: rest });
    pages.push(page.items);
    rest = page.rest;
  }
  return {
    title,
    paper: dimensions,
    changes,
    pages: pages.map((items, at) => [...items, drawPageNumber(kit, content, { page: at + 1, pages: pages.length })]),
  };
}

interface FirstPage {
  readonly spec: ChangesSheetSpec;
  readonly after: IndicatorContext;
  readonly changes: AreaChanges;
  readonly content: Rect;
  readonly title: string;
}

interface Page {
  readonly items: readonly DrawItem[];
  readonly rest: readonly Panel[];
}

/** Sizes of tables tried for a first page that holds everything, largest first. */
const ENLARGEMENTS = [2, 1.85, 1.7, 1.55, 1.4, 1.25, 1.12] as const;

/** The first page with tables as large as lets all of them stand on it; in the usual size where they do not. */
function composeLargest(kit: FurnitureKit, input: FirstPage): Page {
  for (const times of ENLARGEMENTS) {
    const page = composeFirst(enlargeTables(kit, times), input);
    if (page.isWhole) return page;
  }
  return composeFirst(kit, input);
}

const enlargeTables = (kit: FurnitureKit, times: number): FurnitureKit => ({
  ...kit,
  em: { ...kit.em, table: kit.em.table * times, heading: kit.em.heading * times },
});

function composeFirst(
  kit: FurnitureKit,
  { spec, after, changes, content, title }: FirstPage,
): Page & { readonly isWhole: boolean } {
  const { county } = after;
  const input = { changes, county, language: spec.language };
  const gap = kit.em.table * 1.2;
  const titleHeight = kit.em.title * 1.28 + kit.em.subtitle * 1.5;
  const bodyTop = titleHeight + gap * 0.6;
  const body = bodyOf(content, { top: bodyTop, bottom: kit.em.note * 1.42 * (NOTE_LINES + 1.6) });
  const [left, right] = splitAt(body, MAP_SHARE, gap);
  const figures = createTablePanel(kit, createFiguresTable(input));
  const { height: figuresHeight, omitted } = figures.set(right.width, body.height * MOST_MAP_HEIGHT);
  const small = [createChangesLegend(kit, changes.groups), createTablePanel(kit, createSummaryTable(input))];
  const top = { ...right, height: figuresHeight };
  const legendHeight = small[0]?.leastHeight(left.width) ?? 0;
  const map: Rect = { ...left, height: figuresHeight - legendHeight - gap };
  const legend = flowPanels(small.slice(0, 1), [{ ...left, y: map.y + map.height + gap, height: legendHeight }], gap);
  const below: Rect = { ...body, y: body.y + figuresHeight + gap, height: body.height - figuresHeight - gap };
  const lists = createListTables(input).map((table) => createTablePanel(kit, table));
  const flow = balanceColumns([...small.slice(1), ...lists], below, { columns: COLUMNS, gap });
  return {
    items: [
      ...drawChangesMap(kit, {
        context: after,
        areaCode: spec.areaCode,
        groups: changes.groups,
        place: map,
        paper: getPaper(PAPER),
      }),
      ...drawTitle(kit, {
        place: { ...content, height: titleHeight },
        title,
        asOf: writePeriod(changes, spec.language),
        campaign: spec.language === 'zh' ? county.campaign.name : county.campaign.nameEn,
        edition: kit.say('edition_internal'),
      }),
      ...itemsOf(flowPanels([figures], [top], gap)),
      ...itemsOf(legend),
      ...itemsOf(flow),
      ...drawNotes(kit, notesPlace(kit, content), { sentences: listNotes(kit, after, changes) }).items,
    ],
    rest: restOf(flow),
    isWhole: omitted === 0 && restOf(flow).length === 0 && flow.placed.every((placed) => placed.omitted === 0),
  };
}

function composeFurther(
  kit: FurnitureKit,
  { content, title, panels }: { readonly content: Rect; readonly title: string; readonly panels: readonly Panel[] },
): Page {
  const size = kit.em.heading;
  const body = bodyOf(content, { top: size * 2, bottom: kit.em.note * 2.4 });
  const gap = kit.em.table * 1.2;
  const flow = balanceColumns(panels, body, { columns: COLUMNS, gap });
  return {
    items: [textItem(title, [content.x, content.y + size], { size, font: 'bold', color: INK_2 }), ...itemsOf(flow)],
    rest: restOf(flow),
  };
}

/** Panels without room on this page stand on the next before those that go on there. */
const restOf = ({ rest, leftOut }: PanelFlow): readonly Panel[] => [...rest, ...leftOut];

const itemsOf = ({ placed }: PanelFlow): readonly DrawItem[] => placed.flatMap(({ items }) => items);

const bodyOf = (content: Rect, { top, bottom }: { readonly top: number; readonly bottom: number }): Rect => ({
  ...content,
  y: content.y + top,
  height: content.height - top - bottom,
});

function splitAt(room: Rect, share: number, gap: number): readonly [Rect, Rect] {
  const width = room.width * share;
  return [
    { ...room, width },
    { ...room, x: room.x + width + gap, width: room.width - width - gap },
  ];
}

function notesPlace(kit: FurnitureKit, content: Rect): Rect {
  const height = kit.em.note * 1.42 * NOTE_LINES;
  return { ...content, y: content.y + content.height - height - kit.em.note * 1.6, height };
}

function listNotes({ language, say }: FurnitureKit, { county }: IndicatorContext, { from, to }: AreaChanges): string[] {
  const tell = (key: Parameters<typeof text<'sheetRegister'>>[2], values = {}) =>
    text(language, 'sheetRegister', key, values);
  return [
    tell('note_compare', {
      from: formatDate(from, language),
      to: formatDate(to, language),
      revision: county.revision,
    }),
    tell('note_households', { exit: campaignWord(language, county.campaign, 'exit') }),
    tell('note_map'),
    say('note_boundary'),
  ];
}

function drawPageNumber(
  kit: FurnitureKit,
  content: Rect,
  values: { readonly page: number; readonly pages: number },
): DrawItem {
  const words = text(kit.language, 'sheetRegister', 'sheet_page', values);
  const at = [content.x + content.width / 2, content.y + content.height - kit.em.note * 0.2] as const;
  return textItem(words, at, { size: kit.em.note, color: INK_2, anchor: 'middle' });
}
