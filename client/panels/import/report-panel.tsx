import { useEffect, useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { useIsSaving } from '#client/state/import-edit-store.ts';
import { isAtWork } from '#client/state/import-follow.ts';
import { chooseForRow, chooseForRule } from '#client/state/import-repairs.ts';
import { canEdit, isStale, listMapped, listUnconfirmed } from '#client/state/import-steps.ts';
import { describeRows } from '#client/state/import-words.ts';
import { useImportCommand } from '#client/state/use-import.ts';
import { useImportEdit } from '#client/state/use-import-edit.ts';
import { reportAddress } from '#client/state/use-import-report.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { FindingRow, ImportRecord } from '#core/api/import-records.ts';
import { FindingPanel } from './finding-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

/** What is wrong with the rows, by rule; repairs are chosen here and the rows checked again. */
export function ReportPanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const rule = useView((view) => view.importing.rule);
  const { edit, error } = useImportEdit('repairs');
  const [picked, setPicked] = useState<{ readonly finding: FindingRow; readonly index: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rule has other findings
  useEffect(() => setPicked(null), [rule, record.summary]);
  const { summary } = record;
  const isFixed = !canEdit(record);
  return (
    <div className="import-report">
      <CheckBar record={record} />
      {error ? <p role="alert">{describeError(error, language)}</p> : null}
      {summary ? (
        <>
          <p className="report-account numeral">{describeRows(summary, language)}</p>
          {summary.rules.length === 0 ? <EmptyState>{say('nothing_found')}</EmptyState> : null}
          <RulesPanel
            rules={summary.rules}
            repairs={record.repairs}
            isFixed={isFixed}
            isShort={picked !== null}
            onChoose={(chosenRule, repair) => {
              const tables = listMapped(record).map(({ file, table }) => ({ file, table }));
              edit((before) => chooseForRule(before, { rule: chosenRule, tables }, repair));
            }}
          />
          {summary.rules.length > 0 ? (
            <FindingsPanel
              rule={rule}
              repairs={record.repairs}
              picked={picked?.index ?? null}
              onPick={(finding, index) => setPicked({ finding, index })}
            />
          ) : null}
          {picked ? (
            <FindingPanel
              finding={picked.finding}
              repairs={record.repairs}
              isFixed={isFixed}
              onChoose={(repair) => edit((before) => chooseForRow(before, picked.finding, repair))}
              onClose={() => setPicked(null)}
            />
          ) : null}
        </>
      ) : (
        <p className="import-lead">{say('check_lead')}</p>
      )}
    </div>
  );
}

function CheckBar({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const id = useView((view) => view.importing.id) ?? '';
  const command = useImportCommand();
  const isSaving = useIsSaving(record.id);
  const wantsCheck = isSaving || isStale(record);
  const open = listUnconfirmed(record);
  const { summary } = record;
  const isMain = wantsCheck || !summary;
  return (
    <div className="import-bar">
      {canEdit(record) ? (
        <button
          type="button"
          className={isMain ? 'plain-button is-main' : 'plain-button'}
          disabled={command.isPending || isSaving || isAtWork(record)}
          onClick={() => command.mutate({ kind: 'check' })}
        >
          {say(summary ? 'check_again' : 'check')}
        </button>
      ) : null}
      {summary?.canWrite && !wantsCheck ? (
        <button type="button" className="plain-button is-main" onClick={() => openImport({ step: 'difference' })}>
          {say('go_on', { step: say('step_difference') })}
        </button>
      ) : null}
      {summary
        ? (['xlsx', 'csv'] as const).map((format) => (
            <a key={format} className="plain-button" href={reportAddress(id, language, format)} download>
              <Icon name="download" /> {format.toUpperCase()}
            </a>
          ))
        : null}
      {wantsCheck && summary ? <span role="status">{say('check_stale')}</span> : null}
      {!wantsCheck && summary && !summary.canWrite && summary.whyNot ? (
        <span role="status">{summary.whyNot}</span>
      ) : null}
      {open.length > 0 && !summary ? (
        <span role="status">{say('check_unconfirmed', { count: open.length })}</span>
      ) : null}
      {command.error ? <p role="alert">{describeError(command.error, language)}</p> : null}
    </div>
  );
}
