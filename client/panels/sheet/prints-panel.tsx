import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { describePrint, describePrinting } from '#client/state/print-words.ts';
import { formatSheetWish, specToWish } from '#client/state/sheet-wish.ts';
import { type ShownPrint, usePrint, usePrints } from '#client/state/use-sheet-prints.ts';
import { useHangPrint, useWalls } from '#client/state/use-sheet-walls.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView, useViewStore } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { PrintAnswer, PrintDetail } from '#core/api/sheet-register.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { StatePanel } from './state-panel.tsx';

/** What was printed when, from which revision, and where it hangs. */
export function PrintsPanel() {
  const say = useTopic('sheetRoom');
  const answer = usePrints();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="room-page" aria-label={say('tab_prints')}>
      <p className="room-note">{say('prints_note')}</p>
      <AnswerPanel answer={answer} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <EmptyState>{say('prints_none')}</EmptyState>
          ) : (
            <ul className="prints">
              {items.map((print) => (
                <li key={print.id} data-open={print.id === open}>
                  <PrintLine
                    print={print}
                    isOpen={print.id === open}
                    onOpen={() => setOpen(print.id === open ? null : print.id)}
                  />
                  {print.id === open ? <PrintCard id={print.id} /> : null}
                </li>
              ))}
            </ul>
          );
        }}
      </AnswerPanel>
      {answer.hasNextPage ? (
        <button type="button" className="plain-button" onClick={() => void answer.fetchNextPage()}>
          {say('more')}
        </button>
      ) : null}
    </section>
  );
}

function PrintLine({
  print,
  isOpen,
  onOpen,
}: {
  readonly print: PrintAnswer;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  return (
    <button type="button" className="print-line" aria-expanded={isOpen} onClick={onOpen}>
      <strong>{print.title}</strong>
      <small className="numeral">{describePrint(print, language)}</small>
      <small className="numeral">
        {describePrinting(print, language)}
        {print.hangsAt.length > 0
          ? ` · ${say('hangs_at', { walls: print.hangsAt.map(({ wallName }) => wallName).join(say('joiner')) })}`
          : ''}
      </small>
      <small className="numeral print-id">{print.id}</small>
    </button>
  );
}

function PrintCard({ id }: { readonly id: string }) {
  const answer = usePrint(id);
  return <AnswerPanel answer={answer}>{(print) => <PrintDetails print={print} />}</AnswerPanel>;
}

function PrintDetails({ print }: { readonly print: ShownPrint }) {
  const say = useTopic('sheetRoom');
  const change = useViewStore((store) => store.change);
  const { spec } = print;
  const repeat = (): void =>
    change({
      area: spec.areaCode,
      map: spec.map,
      asOf: null,
      sheetTab: 'sheet',
      sheet: formatSheetWish(specToWish(spec, spec.language), { area: spec.areaCode, map: spec.map }),
      camera: null,
    });
  return (
    <div className="print-card">
      <StatePanel state={print.state} />
      <HangForm print={print} />
      <p className="room-actions">
        <a className="plain-button" href={print.fileAddress} download>
          <Icon name="download" /> {say('print_file')}
        </a>
        {print.book ? null : (
          <button type="button" className="plain-button" onClick={repeat}>
            {say('print_again')}
          </button>
        )}
      </p>
      <p className="room-note numeral">{say('checksum', { sha256: print.sha256.slice(0, 16) })}</p>
    </div>
  );
}

/** Hangs it on a wall. */
function HangForm({ print }: { readonly print: PrintDetail }) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const walls = useWalls().data ?? [];
  const hang = useHangPrint();
  const [chosen, setChosen] = useState('');
  const wall = chosen || (walls[0]?.id ?? '');
  if (walls.length === 0) return <p className="room-note">{say('walls_first')}</p>;
  return (
    <form
      className="hang-form"
      onSubmit={(event) => {
        event.preventDefault();
        hang.mutate({ wall, print: print.id });
      }}
    >
      <label className="field">
        <span>{say('hang_on')}</span>
        <select value={wall} onChange={(event) => setChosen(event.target.value)}>
          {walls.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name} · {each.kindName}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="plain-button" disabled={hang.isPending}>
        {say('hang')}
      </button>
      {hang.error ? <p role="alert">{describeError(hang.error, language)}</p> : null}
      {hang.isSuccess ? <p role="status">{say('hung')}</p> : null}
    </form>
  );
}
