import { MAP_KINDS } from '../../county/kinds.ts';
import { formatDate } from '../../indicators/format-figure.ts';
import { describeIndicator } from '../../indicators/indicator-words.ts';
import { text } from '../../texts/text.ts';
import { CONTOUR_INTERVAL_METERS } from '../features/contour-features.ts';
import type { MapDefinition } from '../map-definition.ts';
import type { EditionView } from './edition/edition-view.ts';
import type { FurnitureKit } from './furniture-kit.ts';
import type { SheetGrid } from './grid-steps.ts';
import type { SheetProjection } from './sheet-projection.ts';
import { nameOf, type TableScope } from './tables/table-scope.ts';

/** What the notes speak of. */
export interface NotesInput {
  readonly definition: MapDefinition;
  readonly scope: TableScope;
  readonly edition: Pick<EditionView, 'allowsFurniture'>;
  readonly projection: SheetProjection;
  readonly grid: SheetGrid;
  readonly paper: string;
  /** Place of the sheet in its set; null = it stands alone. */
  readonly sheet: { readonly number: number; readonly total: number } | null;
  /** Whether telephones of officials are asked for; the data hold none. */
  readonly hasTelephones: boolean;
  /** Sentences of the sheet's own; null = none. */
  readonly own: string | null;
  /** Panels that stand or go on on further sheets, with the sheet. */
  readonly continued: readonly { readonly title: string; readonly sheet: number }[];
  /** Titles of panels without room. */
  readonly leftOut: readonly string[];
  /** Names without a place, most important first. */
  readonly unplaced: readonly string[];
  /** Code points printed as boxes. */
  readonly missingGlyphs: readonly string[];
  /** Code points printed in the font for rare characters, and its name; null = none. */
  readonly rareGlyphs?: { readonly characters: readonly string[]; readonly font: string } | null;
}

/** Unplaced names printed in full up to this many. */
const MOST_NAMES = 24;

/** Sentences under the map: what was left out, projection, sources, definitions; the most important first. */
export function listNotes(kit: FurnitureKit, input: NotesInput): string[] {
  const { definition, scope } = input;
  const { context, language } = scope;
  const { county } = context;
  const { campaign } = county;
  return [
    writeSheetNumber(kit, { ...input, sheet: input.sheet }),
    ...(input.own ? input.own.split('\n').filter((line) => line.trim() !== '') : []),
    ...continuedNote(kit, input.continued),
    kit.say('note_campaign', {
      campaign: nameOf(scope, campaign),
      from: formatDate(campaign.startsOn, language),
      to: formatDate(campaign.deadline, language),
    }),
    writeDataNote(kit, context),
    ...(input.rareGlyphs
      ? [
          kit.say('note_rare_glyphs', {
            characters: input.rareGlyphs.characters.join(comma(kit)),
            font: input.rareGlyphs.font,
          }),
        ]
      : []),
    ...(input.missingGlyphs.length > 0
      ? [kit.say('note_missing_glyphs', { characters: input.missingGlyphs.join(comma(kit)) })]
      : []),
    ...projectionNotes(kit, input),
    joinSentences(kit, kit.say('note_boundary'), kit.say('note_working_lines')),
    ...secondNotes(kit, input),
    ...(input.hasTelephones ? [kit.say('note_no_telephones')] : []),
    ...leavingOutNotes(kit, input),
    // said above, with the sentence that a printed map needs
    ...definition.notes.filter((note) => note !== text(language, 'maps', 'note_working_lines')),
    // the progress map explains its lights itself
    ...(definition.map === 'progress' ? [] : [kit.say('note_lights')]),
    ...definition.figures.map((code) => {
      const words = describeIndicator(language, campaign, code);
      return kit.say('note_definition', { code, name: words.name, formula: words.formula });
    }),
  ];
}

/** Sheet number, place in the set, and who made the sheet, in one line. */
export function writeSheetNumber(
  kit: FurnitureKit,
  input: Pick<NotesInput, 'definition' | 'paper' | 'scope' | 'sheet'>,
): string {
  return [
    kit.say('sheet_number', { number: sheetNumber(input) }),
    ...(input.sheet ? [kit.say('sheet_of', input.sheet)] : []),
    kit.say('made_by', { county: countyName(input.scope) }),
  ].join(gap(kit));
}

/** What a reader of the second language must know: date and source of the data, projection, what the boundaries are not. */
function secondNotes(kit: FurnitureKit, input: NotesInput): string[] {
  const { second } = kit;
  if (second === null) return [];
  const own: FurnitureKit = {
    ...kit,
    language: second,
    say: (key, values = {}) => text(second, 'sheets', key, values),
  };
  const { context } = input.scope;
  return [
    writeDataNote(own, context),
    joinSentences(own, ...projectionNotes(own, input).slice(0, 1), own.say('note_boundary')),
  ];
}

/** Date, revision and source of the data. */
const writeDataNote = (kit: FurnitureKit, { asOf, county }: TableScope['context']): string =>
  kit.say('note_data', {
    date: formatDate(asOf, kit.language),
    revision: county.revision,
    origin: county.origin === 'sample' ? kit.say('origin_sample') : county.origin,
  });

/** What stands on which further sheet. */
function continuedNote(kit: FurnitureKit, continued: NotesInput['continued']): string[] {
  if (continued.length === 0) return [];
  const sheets = [...new Set(continued.map(({ sheet }) => sheet))];
  const parts = sheets.map((sheet) => {
    const titles = continued.filter((one) => one.sheet === sheet).map(({ title }) => title);
    return kit.say('on_sheet', { number: sheet, titles: titles.join(comma(kit)) });
  });
  return [kit.say('note_continued', { sheets: parts.join(kit.language === 'zh' ? '；' : '; ') })];
}

/** Area code, number of the map, paper: `529901-4-A0`. */
const sheetNumber = ({ definition, paper }: Pick<NotesInput, 'definition' | 'paper'>): string =>
  `${definition.area}-${MAP_KINDS.indexOf(definition.map) + 1}-${paper}`;

function countyName(scope: TableScope): string {
  const county = scope.context.county.areas.find(({ level }) => level === 'county');
  return county ? nameOf(scope, county) : '';
}

const gap = ({ language }: FurnitureKit): string => (language === 'zh' ? '　' : '  ');

const comma = ({ language }: FurnitureKit): string => (language === 'zh' ? '、' : ', ');

/** Chinese sentences follow each other without a space. */
const joinSentences = ({ language }: FurnitureKit, ...sentences: readonly string[]): string =>
  sentences.join(language === 'zh' ? '' : ' ');

function projectionNotes(kit: FurnitureKit, { definition, scope, projection, grid, edition }: NotesInput): string[] {
  const { zone, centralMeridian } = projection.projection;
  const hasDem = scope.context.county.dem !== null;
  return [
    joinSentences(
      kit,
      kit.say(zone === null ? 'note_projection_own' : 'note_projection_zone', { meridian: centralMeridian }),
      kit.say('note_convergence', { angle: formatAngle(convergenceDegrees(projection)) }),
    ),
    ...(hasDem ? [kit.say('note_height', { interval: CONTOUR_INTERVAL_METERS[definition.level] })] : []),
    ...(edition.allowsFurniture('grid')
      ? [kit.say('note_grid', { step: grid.stepMeters / 1000, square: grid.squareMeters / 1000 })]
      : []),
  ];
}

function leavingOutNotes(kit: FurnitureKit, { leftOut, unplaced }: NotesInput): string[] {
  const names = unplaced.slice(0, MOST_NAMES).join(comma(kit));
  return [
    ...(leftOut.length > 0 ? [kit.say('panels_left_out', { panels: leftOut.join(comma(kit)) })] : []),
    ...(unplaced.length > 0
      ? [
          kit.say(unplaced.length > MOST_NAMES ? 'note_unplaced_more' : 'note_unplaced', {
            count: unplaced.length,
            names,
          }),
        ]
      : []),
  ];
}

/** Angle from grid north to true north in the middle of the map, degrees clockwise: negative east of the central meridian. */
export function convergenceDegrees(projection: SheetProjection): number {
  const { map } = projection;
  const [lon, lat] = projection.toLonLat([map.x + map.width / 2, map.y + map.height / 2]);
  const [x1, y1] = projection.projection.forward([lon, lat]);
  const [x2, y2] = projection.projection.forward([lon, lat + 0.01]);
  return (Math.atan2(x2 - x1, y2 - y1) * 180) / Math.PI;
}

/** `−0°13′`. */
function formatAngle(degrees: number): string {
  const minutes = Math.round(Math.abs(degrees) * 60);
  return `${degrees < 0 && minutes > 0 ? '−' : ''}${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
}
