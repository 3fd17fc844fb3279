import { describeError } from '#client/state/error-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { EmptyState, LoadingState } from '#client/ui/states.tsx';
import type { ReportedFinding, SheetReportAnswer } from '#core/api/sheet-report.ts';
import { formatScale } from '#core/cartography/sheet/round-scale.ts';

interface ReportPanelProps {
  readonly report: SheetReportAnswer | undefined;
  readonly isStale: boolean;
  /** Why the sheet cannot be drawn. */
  readonly error: unknown;
  /** Brings a panel of the sheet into view. */
  readonly onJump: (panel: string) => void;
}

/** The field at which a finding is put right. */
const FIELDS: Readonly<Record<string, string>> = {
  approval_missing: 'sheet-approval',
  draft_plan: 'sheet-plan',
  telephones: 'sheet-telephones',
  identity_numbers: 'sheet-notes',
  title_without_unit: 'sheet-title',
  text_small: 'sheet-paper',
  marks_small: 'sheet-paper',
  names_unplaced: 'sheet-paper',
  scale_odd: 'sheet-scale',
  data_newer: 'sheet-as-of',
  archive_words: 'sheet-as-of',
};

/** What is to be known before the sheet is printed; the gravest first. */
export function ReportPanel({ report, isStale, error, onJump }: ReportPanelProps) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  return (
    <section className="room-section report" aria-label={say('report')}>
      <h2>{say('report')}</h2>
      {error ? <p role="alert">{describeError(error, language)}</p> : null}
      {report === undefined && !error ? <LoadingState label={say('composing')} lines={4} /> : null}
      {report && !error ? (
        <div className={isStale ? 'is-stale' : undefined} aria-busy={isStale}>
          <p className="numeral report-facts">
            {[
              formatScale(report.scale),
              say('page_count', { pages: report.pages.length }),
              say('revision', { revision: report.revision }),
            ].join(' · ')}
          </p>
          <Findings findings={report.findings} />
          <Overflow report={report} onJump={onJump} />
          <Names title={say('unplaced', { count: report.unplaced.length })} names={report.unplaced} />
          <Glyphs report={report} />
        </div>
      ) : null}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly ReportedFinding[] }) {
  const say = useTopic('sheetRoom');
  if (findings.length === 0) return <EmptyState>{say('report_none')}</EmptyState>;
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const field = FIELDS[finding.rule];
        return (
          <li key={finding.rule + finding.text} data-severity={finding.severity}>
            <em className="mark">{say(`severity_${finding.severity}`)}</em>
            <span className="numeral">{finding.text}</span>
            {field ? (
              <button type="button" className="text-button" onClick={() => goToField(field)}>
                {say('go_there')}
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Opens what the field is folded into and puts the cursor there. */
function goToField(id: string): void {
  const field = document.getElementById(id);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** Panels that go on on further sheets, or stand nowhere. */
function Overflow({
  report,
  onJump,
}: {
  readonly report: SheetReportAnswer;
  readonly onJump: (panel: string) => void;
}) {
  const say = useTopic('sheetRoom');
  const { continued, leftOut, omittedNotes, displaced } = report;
  return (
    <ul className="report-list">
      {continued.map(({ id, title, sheet }) => (
        <li key={id}>
          <button type="button" className="text-button" onClick={() => onJump(id)}>
            {say('continued', { title, sheet })}
          </button>
        </li>
      ))}
      {leftOut.length > 0 ? <li>{say('left_out', { titles: leftOut.join(say('joiner')) })}</li> : null}
      {omittedNotes > 0 ? <li>{say('omitted_notes', { count: omittedNotes })}</li> : null}
      {displaced.map((id) => (
        <li key={id}>{say('displaced', { name: say(`furniture_${id}`) })}</li>
      ))}
    </ul>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const say = useTopic('sheetRoom');
  if (names.length === 0) return null;
  return (
    <details className="report-names">
      <summary className="numeral">{title}</summary>
      <p>{names.join(say('joiner'))}</p>
    </details>
  );
}

/** `U+20BB7` as the character, with its code. */
const readCodePoint = (code: string): string => `${String.fromCodePoint(Number.parseInt(code.slice(2), 16))} (${code})`;

function Glyphs({ report }: { readonly report: SheetReportAnswer }) {
  const say = useTopic('sheetRoom');
  const list = (codes: readonly string[]): string => codes.map(readCodePoint).join(say('joiner'));
  return (
    <ul className="report-list">
      {report.missingGlyphs.length > 0 ? (
        <li>{say('glyphs_missing', { characters: list(report.missingGlyphs) })}</li>
      ) : null}
      {report.rareGlyphs.length > 0 ? (
        <li>{say('glyphs_rare', { characters: list(report.rareGlyphs), font: report.rareFont })}</li>
      ) : null}
    </ul>
  );
}
