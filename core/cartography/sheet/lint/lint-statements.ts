import { CAMPAIGN_WORDS, campaignWord } from '../../../county/campaign-word.ts';
import { dateToDay } from '../../../county/dates.ts';
import { listBenchmarks } from '../../../indicators/benchmarks.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { createEditionView } from '../edition/create-edition-view.ts';
import { isPublicEdition } from '../sheet-spec.ts';
import type { LintRule, LintScope, SheetFinding } from './sheet-finding.ts';
import { withoutSpace } from './without-space.ts';

/** Victory over poverty was declared in 2021: domain.md section 2. */
const LAST_ARCHIVE_DAY = '2020-12-31';
/** Words of the archive's set that no later set uses; `exit` is a part of later words. */
const ARCHIVE_WORDS = CAMPAIGN_WORDS.filter((word) => word !== 'exit');
/** A benchmark is published once a year. */
const BENCHMARK_DAYS = 366;

/** What a sheet has to say, and what it must not: date, source, title, marks of the edition, words, age of what it is compared with. */
export function lintStatements(scope: LintScope): readonly SheetFinding[] {
  return [
    ...lintEditionMarks(scope),
    ...lintDateAndSource(scope),
    ...lintTitle(scope),
    ...lintArchiveWords(scope),
    ...lintAges(scope),
  ];
}

const say = ({ allText }: LintScope, sentence: string): boolean => allText.includes(withoutSpace(sentence));

function lintEditionMarks(scope: LintScope): SheetFinding[] {
  const { spec, texts } = scope;
  const findings: SheetFinding[] = [];
  const error = (rule: LintRule, values: SheetFinding['values'] = {}) =>
    findings.push({ rule, severity: 'error', values });
  const hasWatermark = say(scope, text(spec.language, 'sheets', 'watermark_review'));
  if (spec.edition === 'review' && !hasWatermark) error('watermark_missing');
  if (spec.edition !== 'review' && hasWatermark) error('watermark_wrong');
  if (spec.edition === 'internal' && !say(scope, text(spec.language, 'sheets', 'edition_internal')))
    error('mark_missing');
  if (spec.edition === 'public') {
    const { approval } = spec.options;
    if (approval === null || approval.number.trim() === '') error('approval_missing');
    else if (!say(scope, approval.number)) error('approval_not_drawn', { number: approval.number });
  }
  if (!isPublicEdition(spec.edition)) return findings;
  const hides = ['small_households', 'small_people', 'withheld'] as const;
  const hidden = hides.map((key) => text(spec.language, 'sheetEditions', key));
  const isHiding = texts.some(({ text: one }) => hidden.some((mark) => one === mark || one.includes(`${mark} `)));
  if (isHiding && !say(scope, text(spec.language, 'sheetEditions', 'note_hidden'))) error('hiding_not_said');
  return findings;
}

function lintDateAndSource(scope: LintScope): SheetFinding[] {
  const { spec, context } = scope;
  const severity = isPublicEdition(spec.edition) ? 'error' : 'warning';
  const date = formatDate(spec.asOf, spec.language);
  const { county } = context;
  const origin = county.origin === 'sample' ? text(spec.language, 'sheets', 'origin_sample') : county.origin;
  const source = text(spec.language, 'sheets', 'note_data', { date, revision: county.revision, origin });
  return [
    ...(say(scope, date) ? [] : [{ rule: 'date_missing', severity, values: { date } } as const]),
    ...(say(scope, source) ? [] : [{ rule: 'source_missing', severity, values: { source } } as const]),
  ];
}

function lintTitle({ spec, context, pages }: LintScope): SheetFinding[] {
  const { area } = context.scope(spec.areaCode);
  const unit = spec.language === 'zh' ? area.name : area.nameEn;
  const title = pages[0]?.title ?? '';
  if (title.includes(unit)) return [];
  return [
    {
      rule: 'title_without_unit',
      severity: isPublicEdition(spec.edition) ? 'error' : 'warning',
      values: { title, unit },
    },
  ];
}

function lintArchiveWords(scope: LintScope): SheetFinding[] {
  const { spec } = scope;
  if (spec.asOf <= LAST_ARCHIVE_DAY) return [];
  const archive = { targetWordSet: 'poverty_alleviation', relocationWordSet: 'poverty_alleviation' } as const;
  const words = [
    text(spec.language, 'words', 'poverty_alleviation_name'),
    ...ARCHIVE_WORDS.map((word) => campaignWord(spec.language, archive, word)),
  ];
  const all = scope.allText.toLowerCase();
  const found = words.filter((word) => all.includes(withoutSpace(word).toLowerCase()));
  return found.length === 0
    ? []
    : [{ rule: 'archive_words', severity: 'error', values: { words: found.join(', '), date: spec.asOf } }];
}

function lintAges({ spec, context, definition }: LintScope): SheetFinding[] {
  const { county } = context;
  const view = createEditionView(context, spec);
  const findings: SheetFinding[] = [];
  if (spec.asOf < county.dataDate)
    findings.push({ rule: 'data_newer', severity: 'hint', values: { date: spec.asOf, latest: county.dataDate } });
  if (view.countedOn !== null && view.countedOn < spec.asOf)
    findings.push({ rule: 'counts_older', severity: 'hint', values: { date: spec.asOf, counted: view.countedOn } });
  for (const code of new Set([...definition.figures, definition.rankedBy]))
    for (const { on } of listBenchmarks(context, code))
      if (dateToDay(spec.asOf) - dateToDay(on) > BENCHMARK_DAYS)
        findings.push({ rule: 'benchmark_old', severity: 'warning', values: { code, on, date: spec.asOf } });
  return findings;
}
