import { findEntryStep } from '#client/state/import-steps.ts';
import { describeChangeCounts, describeImportTime } from '#client/state/import-words.ts';
import { keptFileAddress, useImports } from '#client/state/use-imports.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { Icon } from '#client/ui/icon.tsx';
import { PlainLink } from '#client/ui/plain-link.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { ImportBrief } from '#core/api/import-records.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { UndoPanel } from './undo-panel.tsx';

/** What was imported, when, by whom, and what it changed. */
export function HistoryPanel({ openId }: { readonly openId: string | null }) {
  const say = useTopic('importRoom');
  const answer = useImports();
  return (
    <section className="import-section" aria-label={say('history')}>
      <h2>{say('history')}</h2>
      <AnswerPanel answer={answer} lines={4}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).filter(({ id }) => id !== openId);
          return items.length === 0 ? (
            <EmptyState>{say('history_none')}</EmptyState>
          ) : (
            <ul className="import-history">
              {items.map((item) => (
                <HistoryLine key={item.id} item={item} />
              ))}
            </ul>
          );
        }}
      </AnswerPanel>
      {answer.hasNextPage ? (
        <button type="button" className="plain-button" onClick={() => void answer.fetchNextPage()}>
          {say('history_more')}
        </button>
      ) : null}
    </section>
  );
}

function HistoryLine({ item }: { readonly item: ImportBrief }) {
  const say = useTopic('importRoom');
  const view = useView((current) => current);
  const step = findEntryStep(item);
  const importing = { id: item.id, step, rule: null, table: null, change: null };
  const counts = item.summary ? describeChangeCounts(item.summary, view.language) : null;
  return (
    <li data-state={item.state}>
      <PlainLink
        className="history-name"
        href={formatViewUrl({ ...view, importing })}
        onOpen={() => openImport({ id: item.id, step, table: null })}
      >
        <strong>{item.files.map(({ name }) => name).join(say('joiner')) || say('history_unnamed')}</strong>
      </PlainLink>
      <span className="mark" data-state={item.state}>
        {say(`state_${item.state}`)}
      </span>
      <small className="numeral">
        {describeImportTime(item, view.language)}
        {item.writtenRevision === null ? '' : ` · ${say('revision', { revision: item.writtenRevision })}`}
        {item.undoneRevision === null ? '' : ` · ${say('undone_as', { revision: item.undoneRevision })}`}
        {counts ? ` · ${counts}` : ''}
      </small>
      <div className="history-actions">
        {item.files.map((file, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a file is its identity
          <span key={place}>
            <a className="text-button" href={keptFileAddress(item.id, place)} download={file.keptName}>
              <Icon name="download" /> {file.keptName}
            </a>
            {file.sameAs ? <small> {say('same_as')}</small> : null}
          </span>
        ))}
        <UndoPanel record={item} />
      </div>
    </li>
  );
}
