import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { describePrint, describePrinting } from '#client/state/print-words.ts';
import { useDeleteWall, useTakeDown, useWall, useWalls } from '#client/state/use-sheet-walls.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { HangingAnswer, WallAnswer, WallDetail } from '#core/api/sheet-register.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { StatePanel } from './state-panel.tsx';
import { WallFormPanel } from './wall-form-panel.tsx';

/** The walls on which sheets hang; those with sheets out of date first. */
export function WallsPanel() {
  const say = useTopic('sheetRoom');
  const answer = useWalls();
  const [open, setOpen] = useState<string | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  return (
    <section className="room-page" aria-label={say('tab_walls')}>
      <div className="thing-head">
        <p className="room-note">{say('walls_note')}</p>
        {isMaking ? null : (
          <button type="button" className="plain-button" onClick={() => setIsMaking(true)}>
            <Icon name="plus" /> {say('wall_new')}
          </button>
        )}
      </div>
      {isMaking ? <WallFormPanel wall={null} onDone={() => setIsMaking(false)} /> : null}
      <AnswerPanel answer={answer} lines={4}>
        {(walls) =>
          walls.length === 0 ? (
            <EmptyState>{say('walls_none')}</EmptyState>
          ) : (
            <ul className="prints">
              {[...walls]
                .sort((a, b) => b.outdated - a.outdated)
                .map((wall) => (
                  <li key={wall.id} data-open={wall.id === open}>
                    <WallLine
                      wall={wall}
                      isOpen={wall.id === open}
                      onOpen={() => setOpen(wall.id === open ? null : wall.id)}
                    />
                    {wall.id === open ? <WallCard id={wall.id} /> : null}
                  </li>
                ))}
            </ul>
          )
        }
      </AnswerPanel>
    </section>
  );
}

function WallLine({
  wall,
  isOpen,
  onOpen,
}: {
  readonly wall: WallAnswer;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const say = useTopic('sheetRoom');
  return (
    <button type="button" className="print-line" aria-expanded={isOpen} onClick={onOpen}>
      <strong>{wall.name}</strong>
      <small>{[wall.kindName, wall.areaName, wall.note].filter(Boolean).join(' · ')}</small>
      <span className="wall-counts numeral">
        <em className="mark">{say('hanging', { count: wall.hanging })}</em>
        {wall.outdated > 0 ? <em className="mark is-outdated">{say('outdated', { count: wall.outdated })}</em> : null}
      </span>
    </button>
  );
}

function WallCard({ id }: { readonly id: string }) {
  const answer = useWall(id);
  return <AnswerPanel answer={answer}>{(wall) => <WallDetails wall={wall} />}</AnswerPanel>;
}

function WallDetails({ wall }: { readonly wall: WallDetail }) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const remove = useDeleteWall();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <div className="print-card">
      {wall.sheets.length === 0 ? <EmptyState>{say('wall_empty')}</EmptyState> : null}
      <ul className="hangings">
        {wall.sheets.map((hanging) => (
          <Hanging key={hanging.id} wall={wall.id} hanging={hanging} />
        ))}
      </ul>
      {wall.history.length > 0 ? (
        <details>
          <summary className="numeral">{say('taken_down', { count: wall.history.length })}</summary>
          <ul className="sheet-changes numeral">
            {wall.history.map((hanging) => (
              <li key={hanging.id}>
                {hanging.print.title}
                <small>{say('hung_from_to', { from: hanging.hungOn, to: hanging.takenDownOn ?? '' })}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {isChanging ? (
        <WallFormPanel wall={wall} onDone={() => setIsChanging(false)} />
      ) : (
        <p className="room-actions">
          <button type="button" className="plain-button" onClick={() => setIsChanging(true)}>
            {say('wall_change')}
          </button>
          <IconButton
            icon="remove"
            label={say('wall_delete', { name: wall.name })}
            disabled={wall.sheets.length > 0}
            onPress={() => remove.mutate(wall)}
          />
        </p>
      )}
      {remove.error ? <p role="alert">{describeError(remove.error, language)}</p> : null}
    </div>
  );
}

function Hanging({ wall, hanging }: { readonly wall: string; readonly hanging: HangingAnswer }) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const down = useTakeDown();
  const { print, hungOn, state } = hanging;
  return (
    <li>
      <div className="hanging-head">
        <div>
          <strong>{print.title}</strong>
          <small className="numeral">{describePrint(print, language)}</small>
          <small className="numeral">
            {say('hung_on', { date: hungOn })} · {describePrinting(print, language)} · {print.id}
          </small>
        </div>
        <button
          type="button"
          className="plain-button"
          disabled={down.isPending}
          onClick={() => down.mutate({ wall, hanging: hanging.id })}
        >
          {say('take_down')}
        </button>
      </div>
      {state ? <StatePanel state={state} /> : null}
      {down.error ? <p role="alert">{describeError(down.error, language)}</p> : null}
    </li>
  );
}
