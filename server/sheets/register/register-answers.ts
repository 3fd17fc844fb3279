import type {
  HangingAnswer,
  PrintAnswer,
  SheetStateAnswer,
  TemplateAnswer,
  WallAnswer,
} from '#core/api/sheet-register.ts';
import { templateSpecSchema } from '#core/api/sheet-register.ts';
import { nameIn } from '#core/cartography/features/feature-scope.ts';
import type { SheetChange } from '#core/cartography/sheet/changes/list-sheet-changes.ts';
import { countSheetChange, writeSheetChange } from '#core/cartography/sheet/changes/write-changes.ts';
import { isPublicEdition } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { InvalidInputError } from '#core/errors.ts';
import { formatDate } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import type { JudgedState, UnknownState } from './judge-print.ts';
import type { PrintState } from './print-service.ts';
import type { PrintRecord } from './print-store.ts';
import { readBook } from './printed-book.ts';
import type { TemplateRecord } from './template-store.ts';
import type { HungSheet, WallState } from './wall-service.ts';

/** Most names that one change tells. */
const MOST_NAMES = 8;

/**
 * A template as it is answered.
 *
 * @throws {InvalidInputError} `template_unreadable`: another version of the product wrote it
 */
export function templateToAnswer({ countyCode: _county, spec, ...template }: TemplateRecord): TemplateAnswer {
  const parsed = templateSpecSchema.safeParse(spec);
  if (!parsed.success)
    throw new InvalidInputError('template_unreadable', `Got an unknown spec in ${template.id}`, {
      name: template.name,
    });
  const { createdAt, changedAt } = template;
  return { ...template, spec: parsed.data, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
}

/** What an area is called; its code where it is no longer there. */
function nameArea(language: Language, county: County, code: string): string {
  const area = county.areas.find((each) => each.code === code);
  return area ? nameIn(language, area) : code;
}

/** A print without where it hangs. */
export function printToAnswer(language: Language, county: County, print: PrintRecord): Omit<PrintAnswer, 'hangsAt'> {
  const { countyCode, areaCode, spec: _spec, printedAt, edition, dotsPerInch, ...rest } = print;
  return {
    ...rest,
    book: readBook(print),
    dpi: dotsPerInch,
    edition,
    county: countyCode,
    area: areaCode,
    areaName: nameArea(language, county, areaCode),
    printedAt: printedAt.toISOString(),
    // pages of books carry no code
    liveUrl: isPublicEdition(edition) || print.book !== null ? null : `/w/${print.id}`,
  };
}

/** A print with where it hangs. */
export const printStateToAnswer = (language: Language, { county, print, hangsAt }: PrintState): PrintAnswer => ({
  ...printToAnswer(language, county, print),
  hangsAt: hangsAt.map(({ id, wall, hungOn }) => ({ hanging: id, wall: wall.id, wallName: wall.name, hungOn })),
});

/** Whether a sheet is out of date, and by what, in words. */
export function stateToAnswer(language: Language, county: County, judged: JudgedState): SheetStateAnswer {
  if ('reason' in judged) return unknownToAnswer(language, county, judged);
  const { now, changes, since } = judged;
  const { recorded } = now;
  const count = changes.length;
  const values = {
    count,
    since: since === null ? '' : formatDate(since, language),
    date: formatDate(recorded.dataDate, language),
    revision: recorded.revision,
  };
  const sentence = count === 0 ? 'current' : since === null ? 'outdated_undated' : 'outdated';
  return {
    state: count === 0 ? 'current' : 'outdated',
    since,
    revision: recorded.revision,
    dataDate: recorded.dataDate,
    text: text(language, 'sheetRegister', sentence, values),
    changes: changes.map((change) => ({
      kind: change.kind === 'things' ? change.of : change.kind,
      indicator: indicatorOf(change),
      count: countSheetChange(change),
      text: writeSheetChange({ language, county: recorded }, change),
      names: change.kind === 'things' ? change.changes.slice(0, MOST_NAMES).map((one) => nameIn(language, one)) : [],
    })),
  };
}

/** A sheet that cannot be compared says why. */
const unknownToAnswer = (
  language: Language,
  { revision, dataDate }: County,
  { reason: { code, message, details } }: UnknownState,
): SheetStateAnswer => ({
  state: 'unknown',
  since: null,
  revision,
  dataDate,
  text: hasText('errors', code) ? text(language, 'errors', code, details) : message,
  changes: [],
});

function indicatorOf(change: SheetChange): string | null {
  if (change.kind === 'figure') return change.after.code;
  return change.kind === 'ranking' ? change.indicator : null;
}

/** A sheet on a wall. */
export const hangingToAnswer = (
  language: Language,
  county: County,
  { hanging, print, state }: HungSheet & { readonly state: JudgedState | null },
): HangingAnswer => ({
  id: hanging.id,
  print: printToAnswer(language, county, print),
  hungOn: hanging.hungOn,
  hungBy: hanging.hungBy,
  takenDownOn: hanging.takenDownOn,
  takenDownBy: hanging.takenDownBy,
  state: state && stateToAnswer(language, county, state),
});

/** A wall with how much hangs there. @param outdated how many of its sheets are out of date */
export const wallToAnswer = (
  language: Language,
  { county, wall, sheets }: WallState,
  outdated: number,
): WallAnswer => ({
  id: wall.id,
  name: wall.name,
  kind: wall.kind,
  kindName: text(language, 'sheetRegister', `wall_${wall.kind}`),
  area: wall.areaCode,
  areaName: nameArea(language, county, wall.areaCode),
  note: wall.note,
  version: wall.version,
  createdBy: wall.createdBy,
  createdAt: wall.createdAt.toISOString(),
  changedBy: wall.changedBy,
  changedAt: wall.changedAt.toISOString(),
  hanging: sheets.length,
  outdated,
});
