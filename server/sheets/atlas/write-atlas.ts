import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { createSayAtlas } from '#core/cartography/atlas/atlas-text.ts';
import type { BookScope, PageLink } from '#core/cartography/atlas/book-scope.ts';
import { drawBookPage } from '#core/cartography/atlas/draw-book-page.ts';
import { drawFailedPage } from '#core/cartography/atlas/draw-failed-page.ts';
import { type AtlasPlan, type PlannedPage, planAtlas } from '#core/cartography/atlas/plan-atlas.ts';
import type { Rect } from '#core/cartography/sheet/drawing.ts';
import { textItem } from '#core/cartography/sheet/shapes.ts';
import type { DomainError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { hasText, text } from '#core/texts/text.ts';
import { describeSheet } from '../describe-sheet.ts';
import { getSheetFonts } from '../sheet-fonts.ts';
import { type PdfPage, writePdf } from '../writers/pdf-writer.ts';
import { createByteKeeper, type WriteBytes } from '../writers/sheet-page.ts';
import { type ComposedMap, createMapComposer, type MapComposer, type MapOrder } from './map-composers.ts';
import { nameAtlasFiles } from './name-atlas-files.ts';
import { createZip } from './write-zip.ts';

/** One PDF, or an archive of separate ones. */
export type AtlasForm = 'pdf' | 'zip';

/** A page or an area that could not be shown. */
export interface AtlasFault {
  /** From 1; null = the area has no page. */
  readonly page: number | null;
  readonly title: string;
  readonly error: DomainError;
}

/** How an atlas is made. */
export interface AtlasMaking {
  readonly context: IndicatorContext;
  readonly form: AtlasForm;
  readonly write: WriteBytes;
  /** Hears how many pages are behind, and what went wrong with each. */
  readonly onPage: (progress: {
    readonly done: number;
    readonly total: number;
    readonly fault: AtlasFault | null;
  }) => void;
  /** By default maps are composed here. */
  readonly createComposer?: (orders: readonly MapOrder[]) => MapComposer;
}

/**
 * Makes an atlas page by page: each is composed, written and forgotten, so that memory does not grow with their number. A map that cannot be drawn
 * leaves a page that says why.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `atlas_papers_internal`, `atlas_without_maps`
 */
export async function writeAtlas(spec: AtlasSpec, making: AtlasMaking): Promise<void> {
  const context = making.context.asOf === spec.asOf ? making.context : making.context.at(spec.asOf);
  const plan = planAtlas(context, spec, getSheetFonts().measure);
  const total = plan.pages.length;
  for (const { name, error } of plan.failed)
    making.onPage({ done: 0, total, fault: { page: null, title: name, error } });
  const given = { ...making, context };
  if (making.form === 'pdf') await writeBook(plan, given);
  else await writeFiles(plan, given);
}

async function writeBook(plan: AtlasPlan, making: AtlasMaking): Promise<void> {
  const info = describeAtlas(plan, making.context, plan.title);
  await writePdf(makePages(plan, making), { info, fonts: getSheetFonts(), write: making.write });
}

const describeAtlas = ({ spec }: AtlasPlan, { county }: IndicatorContext, title: string) =>
  describeSheet({ title, language: spec.language, county, date: spec.asOf });

/** Every page in its order, links and bookmarks with it. */
async function* makePages(plan: AtlasPlan, making: AtlasMaking): AsyncGenerator<PdfPage> {
  const { context, onPage } = making;
  const scope: BookScope = { plan, context, measure: getSheetFonts().measure };
  const total = plan.pages.length;
  const orders = plan.pages.flatMap(({ sheet }) => (sheet ? [sheet] : []));
  const composer = making.createComposer?.(orders) ?? createMapComposer(orders, context);
  let mapsBefore = 0;
  // pages beyond the plan, on which maps go on: known when they are made
  let more = 0;
  for (const page of plan.pages) {
    const tell = (fault: AtlasFault | null): void => onPage({ done: page.number + more, total: total + more, fault });
    const drawn = drawBookPage(scope, page);
    if (drawn) {
      yield { ...drawn, ...marksOf(page), links: drawn.links.map(toLink), bleedMillimeters: 0 };
      tell(null);
      continue;
    }
    const made = await composer.get(mapsBefore);
    mapsBefore += 1;
    if ('sheet' in made) {
      yield { ...writeMap(page, made.sheet), ...marksOf(page) };
      yield* writeRest(page, made.more, scope);
      more += made.more.length;
    } else {
      const reason = describeFault(made.error, plan.spec);
      const { items, paper } = drawFailedPage(scope, { ...page, reason });
      yield { items, paper, bleedMillimeters: 0, ...marksOf(page) };
    }
    tell('error' in made ? { page: page.number, title: page.title, error: made.error } : null);
  }
}

/** The sentence for a fault in the reader's language. */
export const describeFault = (
  { code, details, message }: DomainError,
  { language }: Pick<AtlasSpec, 'language'>,
): string => (hasText('errors', code) ? text(language, 'errors', code, details) : message);

const destinationOf = (page: number): string => `p${page}`;

const toLink = ({ rect, page }: PageLink) => ({ rect, destination: destinationOf(page) });

const marksOf = ({ number, bookmark }: PlannedPage) => ({
  label: String(number),
  destination: destinationOf(number),
  ...(bookmark && { bookmark }),
});

/** A map page; the numbers of its neighbours lead to them. */
function writeMap({ sheet }: PlannedPage, { items, paper, outerFrame }: ComposedMap): PdfPage {
  const { x, y, width, height } = outerFrame;
  const [across, down] = [28, 16];
  const middle = { x: x + (width - across) / 2, y: y + (height - down) / 2, width: across, height: down };
  const rects: Readonly<Record<string, Rect>> = {
    north: { ...middle, y },
    south: { ...middle, y: y + height - down },
    west: { ...middle, x },
    east: { ...middle, x: x + width - across },
  };
  const links = Object.entries(sheet?.page.neighbours ?? {}).flatMap(([side, page]: [string, number | undefined]) => {
    const rect = rects[side];
    return rect && page !== undefined ? [{ rect, destination: destinationOf(page) }] : [];
  });
  return { items, paper, bleedMillimeters: 0, links };
}

/** What found no room on a map page, numbered after it: 95-2, the second of three. Pages after it keep their numbers, which contents and index name. */
function writeRest(
  { number }: PlannedPage,
  more: readonly ComposedMap[],
  { plan, measure }: BookScope,
): readonly PdfPage[] {
  return more.map(({ items, paper }, index) => {
    const label = `${number}-${index + 2}`;
    const words = createSayAtlas(plan.spec.language)('page_part', {
      number: label,
      part: index + 2,
      parts: more.length + 1,
    });
    const size = 2.9;
    const at = [(paper.width - measure(words, 'sans', size)) / 2, paper.height - 4] as const;
    return { items: [...items, textItem(words, at, { size })], paper, bleedMillimeters: 0, label };
  });
}

/** One PDF for each map and paper, named by code and name; what went wrong stands in a file of its own. */
async function writeFiles(plan: AtlasPlan, making: AtlasMaking): Promise<void> {
  const zip = createZip(making.write);
  const faults: AtlasFault[] = [];
  const onPage: AtlasMaking['onPage'] = (progress) => {
    if (progress.fault) faults.push(progress.fault);
    making.onPage(progress);
  };
  const names = nameAtlasFiles(plan, making.context);
  let pages: PdfPage[] = [];
  let name = '';
  const close = async (): Promise<void> => {
    if (pages.length === 0) return;
    const keeper = createByteKeeper();
    const info = describeAtlas(plan, making.context, name.replace(/^.*\//, '').replace(/\.pdf$/, ''));
    await writePdf(pages, { info, fonts: getSheetFonts(), write: keeper.write });
    await zip.add(name, keeper.join());
    pages = [];
  };
  for await (const page of makePages(plan, { ...making, onPage })) {
    // the label begins with the page's number
    const next = names[Number.parseInt(page.label ?? '', 10) - 1] ?? name;
    if (next !== name) await close();
    name = next;
    // links and bookmarks lead to pages of other files
    const { links: _links, bookmark: _bookmark, ...alone } = page;
    pages.push(alone);
  }
  await close();
  const outlines = plan.failed.map(({ name, error }) => ({ page: null, title: name, error }));
  await writeReport([...outlines, ...faults], { plan, add: zip.add });
  await zip.finish();
}

async function writeReport(
  faults: readonly AtlasFault[],
  { plan, add }: { readonly plan: AtlasPlan; readonly add: (name: string, bytes: Uint8Array) => Promise<void> },
): Promise<void> {
  const { spec, pages } = plan;
  const say = createSayAtlas(spec.language);
  const told = faults.map(({ page, title, error }) => ({
    page,
    title,
    code: error.code,
    reason: describeFault(error, spec),
  }));
  const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
  await add('report.json', encode(`${JSON.stringify({ pages: pages.length, failed: told }, null, 2)}\n`));
  if (told.length === 0) return;
  const lines = [
    say('report_done', { total: pages.length, done: pages.length - told.filter(({ page }) => page !== null).length }),
    say('report_failed', { count: told.length }),
    ...told.map(({ page, ...one }) =>
      page === null ? say('report_file_line', one) : say('report_line', { page, ...one }),
    ),
  ];
  await add(`${say('report_title')}.txt`, encode(`\uFEFF${lines.join('\r\n')}\r\n`));
}
