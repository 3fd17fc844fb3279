import { useState } from 'react';
import { writeAuthorship } from '#client/state/authorship.ts';
import { readCommands } from '#client/state/plan-edits.ts';
import type { ConflictSide } from '#client/state/plan-queue.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { usePlanNames } from '#client/state/use-plan-places.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import type { PlanConflictAnswer } from '#core/api/plans.ts';
import { describeCommand } from '#core/planning/describe-command.ts';

type Conflict = PlanConflictAnswer['conflicts'][number];

/** Both sides of each thing that two people changed; the reader decides thing by thing. Closing it decides nothing and loses nothing. */
export function ConflictPanel({ conflict }: { readonly conflict: PlanConflictAnswer }) {
  const say = useTopic('plans');
  const { resolve } = usePlanEdit();
  const [open, setOpen] = useState(true);
  const [sides, setSides] = useState<Readonly<Record<string, ConflictSide>>>({});
  const isComplete = conflict.conflicts.every(({ about }) => about in sides);
  if (!open) {
    return (
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {say('queue_resolve')}
      </button>
    );
  }
  return (
    <Dialog title={say('conflict_title')} closeLabel={say('close')} onClose={() => setOpen(false)}>
      <p className="tool-note">{say('conflict_note')}</p>
      <ul className="conflicts">
        {conflict.conflicts.map((one) => (
          <ConflictItem
            key={one.about}
            conflict={one}
            side={sides[one.about] ?? null}
            onSide={(side) => setSides({ ...sides, [one.about]: side })}
          />
        ))}
      </ul>
      <p className="tool-actions">
        <button type="button" className="plain-button is-main" disabled={!isComplete} onClick={() => resolve(sides)}>
          {say('conflict_done')}
        </button>
        <button type="button" className="plain-button" onClick={() => setOpen(false)}>
          {say('cancel')}
        </button>
      </p>
    </Dialog>
  );
}

interface ConflictItemProps {
  readonly conflict: Conflict;
  readonly side: ConflictSide | null;
  readonly onSide: (side: ConflictSide) => void;
}

function ConflictItem({ conflict, side, onSide }: ConflictItemProps) {
  const say = useTopic('plans');
  return (
    <li>
      <h3>{conflict.aboutName}</h3>
      <div className="conflict-sides">
        <SideButton
          title={say('conflict_mine')}
          choice={say('keep_mine')}
          commands={conflict.mine}
          pressed={side === 'mine'}
          onPress={() => onSide('mine')}
        />
        <SideButton
          title={say('conflict_theirs')}
          choice={say('take_theirs')}
          commands={conflict.theirs}
          pressed={side === 'theirs'}
          onPress={() => onSide('theirs')}
        />
      </div>
    </li>
  );
}

interface SideButtonProps {
  readonly title: string;
  readonly choice: string;
  readonly commands: Conflict['theirs'];
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function SideButton({ title, choice, commands, pressed, onPress }: SideButtonProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const { commands: own } = useOpenPlan();
  const nameOf = usePlanNames(own);
  const removed = new Set(commands.filter(({ isRemoved }) => isRemoved === true).map(({ id }) => id));
  return (
    <button type="button" className="conflict-side" aria-pressed={pressed} onClick={onPress}>
      <small>{title}</small>
      {readCommands(commands).map((command) => (
        <span key={command.id}>
          {removed.has(command.id)
            ? say('conflict_removed', { what: describeCommand(command, { language, nameOf }) })
            : describeCommand(command, { language, nameOf })}
          {command.by ? <small> {writeAuthorship({ by: command.by, at: command.at ?? null }, language)}</small> : null}
        </span>
      ))}
      <strong>{choice}</strong>
    </button>
  );
}
