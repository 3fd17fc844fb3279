import type { County } from '../../../county/county.ts';
import { nameCountUnit } from '../../../indicators/format-figure.ts';
import { LANGUAGES, type Language } from '../../../texts/language.ts';
import { PUBLIC_PANELS } from '../edition/public-layers.ts';
import { LEAST_COUNT } from '../edition/suppress-cells.ts';
import { isPublicEdition } from '../sheet-spec.ts';
import type { LintRule, LintScope, SheetFinding } from './sheet-finding.ts';

/** Identity numbers: 18 characters, the last may be X, or the 15 digits of old. */
const IDENTITY_NUMBER = /(?<!\d)(?:[1-9]\d{16}[\dXx]|[1-9]\d{14})(?!\d)/;
/** Chinese mobile numbers, and landlines with their area code. */
const TELEPHONE = /(?<![\d.])(?:1[3-9]\d{9}|0\d{2,3}[- ]\d{7,8})(?![\d.])/;
/** 张** or 张××; a factor (铺装×0.9) is none. */
const MASKED_NAME = /\p{Script=Han}(?:[*＊]{1,3}|×{1,3}(?![\d×]))/u;
/** 104°30′: degrees of longitude in China, or of latitude, with minutes; a convergence angle is smaller. */
const COORDINATE = /(?:7\d|8\d|9\d|1[0-3]\d|[2-5]\d)°\d{2}′/;
/** Words after a count of households or people, in both languages. */
const UNIT_WORDS = (['households', 'people'] as const).map((unit) => ({
  unit,
  words: LANGUAGES.map((language) => nameCountUnit(unit, language)),
}));

/** A count with its unit, or a fraction of two. */
const COUNT = new RegExp(
  `(?<![\\d.,<])(\\d[\\d,]*)(?: ?/ ?(\\d[\\d,]*))? ?(${UNIT_WORDS.flatMap(({ words }) => words).join('|')})(?![\\p{L}\\d])`,
  'gu',
);

/** Digits of a village's code; longer ones that begin with the county's are of settlements and households. */
const VILLAGE_DIGITS = 12;

/** Personal data, small cells, and what a public edition leaves out: looked for in the texts that were composed, whoever composed them. */
export function lintPrivacy(scope: LintScope): readonly SheetFinding[] {
  const { spec, texts } = scope;
  const count = (matches: (text: string) => boolean): number => texts.filter(({ text }) => matches(text)).length;
  const error = (rule: LintRule, found: number): SheetFinding[] =>
    found > 0 ? [{ rule, severity: 'error', values: { count: found } }] : [];
  const everywhere = [
    // local codes are as long as identity numbers
    ...error(
      'identity_numbers',
      count((text) => IDENTITY_NUMBER.test(text) && !isLocalCode(scope, text)),
    ),
    ...(spec.options.hasTelephones && !isPublicEdition(spec.edition)
      ? []
      : error(
          'telephones',
          count((text) => TELEPHONE.test(text)),
        )),
  ];
  if (!isPublicEdition(spec.edition)) return everywhere;
  const settlements = listSettlementNames(scope);
  return [
    ...everywhere,
    ...error(
      'local_codes',
      count((text) => isLocalCode(scope, text)),
    ),
    ...error(
      'masked_names',
      count((text) => MASKED_NAME.test(text)),
    ),
    ...error(
      'below_village',
      count((text) => settlements.has(text.trim())),
    ),
    ...error('small_counts', count(hasSmallCount)),
    ...error(
      'coordinates',
      count((text) => COORDINATE.test(text)),
    ),
    ...lintPublicParts(scope),
  ];
}

const isLocalCode = ({ context }: LintScope, text: string): boolean =>
  new RegExp(`(?<!\\d)${context.county.code}\\d{${VILLAGE_DIGITS - context.county.code.length + 1},}`).test(text);

const settlementNames = new WeakMap<County, Map<Language, ReadonlySet<string>>>();

/** Names of settlements that are no part of a name that the public may read: a label can be broken into lines. */
function listSettlementNames({ context, spec: { language } }: LintScope): ReadonlySet<string> {
  const { county } = context;
  const byLanguage = settlementNames.get(county) ?? new Map<Language, ReadonlySet<string>>();
  settlementNames.set(county, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const nameOf = (thing: { readonly name: string | null; readonly nameEn: string | null }): string =>
    (language === 'zh' ? thing.name : thing.nameEn) ?? '';
  const { areas, services, parks, rivers, segments } = county;
  const open = [...new Set([...areas, ...services, ...parks, ...rivers, ...segments].map(nameOf))].join('\n');
  const names = new Set(county.settlements.map(nameOf).filter((name) => name !== '' && !open.includes(name)));
  byLanguage.set(language, names);
  return names;
}

/** Whether a text says a count that is small, or a fraction whose rest is. */
function hasSmallCount(text: string): boolean {
  for (const [, first = '', second, unit = ''] of text.matchAll(COUNT)) {
    const least = LEAST_COUNT[UNIT_WORDS.find(({ words }) => words.includes(unit))?.unit ?? 'people'];
    const counts = [first, ...(second === undefined ? [] : [second])].map((digits) =>
      Number(digits.replaceAll(',', '')),
    );
    const rest = counts.length === 2 ? [(counts[1] ?? 0) - (counts[0] ?? 0)] : [];
    if ([...counts, ...rest].some((one) => one > 0 && one < least)) return true;
  }
  return false;
}

/** Panels that the public does not see, and a draft shown to it. */
function lintPublicParts({ pages, spec }: LintScope): SheetFinding[] {
  const panels = pages
    .flatMap(({ report }) => report.panels.map(({ id }) => id))
    .filter((id) => !PUBLIC_PANELS.has(id));
  return [
    ...(panels.length > 0
      ? [{ rule: 'internal_panels', severity: 'error', values: { panels: [...new Set(panels)].join(', ') } } as const]
      : []),
    ...(spec.options.plan === null
      ? []
      : [{ rule: 'draft_plan', severity: 'error', values: { plan: spec.options.plan } } as const]),
  ];
}
