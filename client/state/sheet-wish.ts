import type { TemplateSpec } from '#core/api/sheet-register.ts';
import type { SheetWishInput } from '#core/api/sheet-spec.ts';
import { formatList, readSheetSpec, sheetQuerySchema } from '#core/api/sheets.ts';
import { isTitleForMany } from '#core/cartography/sheet/own-title.ts';
import {
  DEFAULT_SHEET_OPTIONS,
  type InsetId,
  type InsetPlace,
  type SheetOptions,
  type SheetSpec,
} from '#core/cartography/sheet/sheet-spec.ts';
import type { MapKind } from '#core/county/kinds.ts';
import { LANGUAGES, type Language } from '#core/texts/language.ts';

/** What is chosen of a sheet beside area, map and day, which are those of the view. */
export interface SheetWish
  extends Pick<SheetSpec, 'paper' | 'orientation' | 'scale' | 'edition' | 'relief' | 'options'> {
  /** Null = the reader's. */
  readonly language: Language | null;
}

/** A sheet as it comes when nothing is chosen. */
export const DEFAULT_WISH: SheetWish = {
  paper: 'A0',
  orientation: 'landscape',
  scale: 'fit',
  edition: 'internal',
  relief: true,
  language: null,
  options: DEFAULT_SHEET_OPTIONS,
};

/** What is chosen as the query of the sheet's address; only what is not as it comes. */
export function formatSheetQuery(wish: SheetWish): Record<string, string> {
  const { options } = wish;
  const places = Object.entries(options.places).map(([id, place]) => `${id}:${place}`);
  const pairs: readonly (readonly [string, string | null])[] = [
    ['paper', wish.paper === DEFAULT_WISH.paper ? null : wish.paper],
    ['orientation', wish.orientation === DEFAULT_WISH.orientation ? null : wish.orientation],
    ['scale', wish.scale === 'fit' ? null : String(wish.scale)],
    ['edition', wish.edition === DEFAULT_WISH.edition ? null : wish.edition],
    ['relief', wish.relief ? null : 'off'],
    ['plan', options.plan],
    ['approval', options.approval?.number ?? null],
    ['approvedOn', options.approval?.date ?? null],
    ['handKept', options.isHandKept ? 'on' : null],
    ['colors', options.colors === 'mono' ? 'mono' : null],
    ['second', options.secondLanguage],
    ['bleed', options.bleedMillimeters === 0 ? null : '3'],
    ['ranking', options.ranking === 'all' ? null : options.ranking],
    ['telephones', options.hasTelephones ? 'on' : null],
    ['signatures', options.signatures.length === 0 ? null : formatList(options.signatures)],
    ['title', options.title],
    ['notes', options.notes],
    ['hidden', options.hidden.length === 0 ? null : options.hidden.join(',')],
    ['places', places.length === 0 ? null : places.join(',')],
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Of which area and map a sheet is. */
export interface SheetSubject {
  readonly area: string | null;
  readonly map: MapKind;
}

const writeSubject = ({ area, map }: SheetSubject): string => `${area ?? ''}.${map}`;

/** What is chosen as one part of the page's address; null = all as it comes. An own title and an approval number are those of one sheet: `of` stands with them. */
export function formatSheetWish(wish: SheetWish, of: SheetSubject): string | null {
  const query = new URLSearchParams(formatSheetQuery(wish));
  if (wish.language) query.set('in', wish.language);
  if (wish.options !== withoutOwn(wish.options)) query.set('of', writeSubject(of));
  return query.size === 0 ? null : query.toString();
}

/** Reads it back for a sheet; what does not parse is as it comes, and what belongs to another sheet is left out. */
export function parseSheetWish(written: string | null, of: SheetSubject): SheetWish {
  const { in: writtenIn, of: writtenFor, ...query } = Object.fromEntries(new URLSearchParams(written ?? ''));
  const parsed = sheetQuerySchema.safeParse(query);
  if (!parsed.success) return DEFAULT_WISH;
  const spec = readSheetSpec(parsed.data, { ...NOWHERE, language: 'zh', liveUrl: null });
  const wish = specToWish(spec, LANGUAGES.find((language) => language === writtenIn) ?? null);
  const isOfAnother = writtenFor !== undefined && writtenFor !== writeSubject(of);
  return isOfAnother ? { ...wish, options: withoutOwn(wish.options) } : wish;
}

/** Options without what belongs to one sheet: its approval number, and its title unless that names the area of each. */
export function withoutOwn(options: SheetOptions): SheetOptions {
  const title = keepTitleForMany(options.title);
  return title === options.title && options.approval === null ? options : { ...options, title, approval: null };
}

/** A title that names the area of each sheet; null for any other. */
export const keepTitleForMany = (title: string | null): string | null =>
  title !== null && isTitleForMany(title) ? title : null;

const NOWHERE = { map: 'targets', areaCode: '', asOf: '' } as const;

/** What is chosen in a stored spec or template. */
export const specToWish = (
  { paper, orientation, scale, edition, relief, options }: Omit<SheetWish, 'language'> | TemplateSpec,
  language: Language | null,
): SheetWish => ({ paper, orientation, scale, edition, relief, language, options });

/** What is chosen as a template: for any area and day. What belongs to one sheet stays behind, and so does a draft plan. */
export const wishToTemplate = ({ language: _language, ...wish }: SheetWish, map: MapKind): TemplateSpec => ({
  ...wish,
  map,
  options: { ...copyOptions(withoutOwn(wish.options)), plan: null },
});

/** What is chosen as the body that has a sheet printed and remembered. */
export const wishToPrint = (
  { language, ...wish }: SheetWish,
  of: { readonly map: MapKind; readonly asOf: string | null; readonly language: Language },
): SheetWishInput => ({
  ...wish,
  map: of.map,
  ...(of.asOf === null ? {} : { asOf: of.asOf }),
  language: language ?? of.language,
  options: copyOptions(wish.options),
});

/** Options as a body takes them. */
export const copyOptions = (options: SheetOptions) => ({
  ...options,
  approval: options.approval && { ...options.approval },
  signatures: [...options.signatures],
  hidden: [...options.hidden],
  places: { ...options.places },
});

/** Whether a piece of furniture is printed. */
export const isShown = ({ options }: SheetWish, id: string): boolean => !options.hidden.includes(id);

/** The wish with a piece of furniture switched on or off. */
export function switchFurniture(wish: SheetWish, id: string, isOn: boolean): SheetWish {
  const others = wish.options.hidden.filter((hidden) => hidden !== id);
  return { ...wish, options: { ...wish.options, hidden: isOn ? others : [...others, id] } };
}

/** The wish with a piece of furniture in its place; null = it finds its own. */
export function moveFurniture(wish: SheetWish, id: InsetId, place: InsetPlace | null): SheetWish {
  const { [id]: _old, ...others } = wish.options.places;
  const places = place === null ? others : { ...others, [id]: place };
  return { ...switchFurniture(wish, id, true), options: { ...switchFurniture(wish, id, true).options, places } };
}
