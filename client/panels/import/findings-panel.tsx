import { findChoice, resolveRepair } from '#client/state/import-repairs.ts';
import { describeRepair } from '#client/state/import-rule-words.ts';
import { flyTo, setSpotlight } from '#client/state/map-store.ts';
import { useFindings } from '#client/state/use-import-rows.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { FindingRow } from '#core/api/import-records.ts';
import type { ImportRule, RepairChoice } from '#core/ledgers/import-finding.ts';
import { LongRowsPanel } from './long-rows-panel.tsx';
import { SeverityPanel } from './severity-panel.tsx';

interface FindingsPanelProps {
  readonly rule: ImportRule | null;
  readonly repairs: readonly RepairChoice[];
  readonly picked: number | null;
  readonly onPick: (finding: FindingRow, index: number) => void;
}

/** Findings of a rule, or all: where, what stands there, what was expected, what is done about it. A click opens one and shows its place. */
export function FindingsPanel({ rule, repairs, picked, onPick }: FindingsPanelProps) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const rows = useFindings(rule);
  const writeChoice = (finding: FindingRow): string => {
    const choice = findChoice(repairs, finding);
    const repair = choice && resolveRepair(choice, finding);
    if (repair) return describeRepair(repair, finding, language);
    const [proposed] = finding.repairs;
    return proposed ? say('proposed', { repair: proposed.sentence }) : say('no_proposal');
  };
  const pick = (finding: FindingRow, index: number): void => {
    onPick(finding, index);
    showPlace(finding);
  };
  return (
    <LongRowsPanel
      rows={rows}
      label={say('findings')}
      waiting={sayApp('loading')}
      none={say('nothing_found')}
      rowPixels={52}
      picked={picked}
      onPick={pick}
      columns={[
        { key: 'place', title: say('where'), width: 'minmax(6rem, 1fr)' },
        { key: 'field', title: say('field'), width: 'minmax(5rem, 0.9fr)' },
        { key: 'got', title: say('got'), width: 'minmax(6rem, 1.2fr)' },
        { key: 'expected', title: say('expected'), width: 'minmax(7rem, 1.6fr)' },
        { key: 'repair', title: say('repair'), width: 'minmax(7rem, 1.5fr)' },
      ]}
      drawCells={(finding) => [
        <span key="place" className="finding-place">
          <SeverityPanel severity={finding.severity} />
          <span>
            {finding.row === 0 ? say('whole_table') : say('row_number', { row: finding.row })}
            <small>{finding.row === 0 && finding.code ? finding.code : finding.tableName || finding.fileName}</small>
          </span>
        </span>,
        finding.fieldName ?? '',
        <span key="got" className="finding-got">
          {finding.got}
        </span>,
        finding.expected || finding.sentence,
        <span key="repair" data-chosen={findChoice(repairs, finding) !== null} className="finding-repair">
          {writeChoice(finding)}
        </span>,
      ]}
    />
  );
}

/** Half a side of what is shown around a place, degrees: about 1.5 km. */
const AROUND_DEGREES = 0.015;

function showPlace({ position, code, row }: FindingRow): void {
  if (!position) {
    setSpotlight(null);
    return;
  }
  const [lon, lat] = position;
  setSpotlight({ code: code ?? String(row), position });
  flyTo([lon - AROUND_DEGREES, lat - AROUND_DEGREES, lon + AROUND_DEGREES, lat + AROUND_DEGREES]);
}
