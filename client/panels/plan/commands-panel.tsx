import { useState } from 'react';
import { writeAuthorship } from '#client/state/authorship.ts';
import type { ShownCommand } from '#client/state/plan-edits.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { usePlanNames } from '#client/state/use-plan-places.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { PlanAnswer } from '#core/api/plans.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { describeCommand } from '#core/planning/describe-command.ts';
import { SectionPanel } from '../side/section-panel.tsx';

/** So many are shown before all are asked for. */
const SHOWN = 12;

/** What the plan does, newest first, in plain sentences; each can be taken out. */
export function CommandsPanel() {
  const say = useTopic('plans');
  const { plan, commands, canEdit } = useOpenPlan();
  const { remove, isStepping } = usePlanEdit();
  const [all, setAll] = useState(false);
  const nameOf = usePlanNames(commands);
  const newest = commands.toReversed();
  const shown = all ? newest : newest.slice(0, SHOWN);
  return (
    <SectionPanel title={`${say('commands')} ${commands.length === 0 ? '' : formatNumber(commands.length, 0)}`}>
      {commands.length === 0 ? <EmptyState>{say('commands_none')}</EmptyState> : null}
      <ol className="plan-commands">
        {shown.map((command) => (
          <CommandItem
            key={command.id}
            command={command}
            nameOf={nameOf}
            fault={findFault(plan, command)}
            onRemove={canEdit ? () => remove(command.id) : null}
            disabled={isStepping}
          />
        ))}
      </ol>
      {shown.length < commands.length ? (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {say('commands_more', { n: formatNumber(commands.length, 0) })}
        </button>
      ) : null}
    </SectionPanel>
  );
}

const findFault = (plan: PlanAnswer | undefined, { id }: ShownCommand): string | null =>
  plan?.faults.find(({ commandId }) => commandId === id)?.text ?? null;

interface CommandItemProps {
  readonly command: ShownCommand;
  readonly nameOf: (code: string) => string;
  readonly fault: string | null;
  readonly onRemove: (() => void) | null;
  readonly disabled: boolean;
}

function CommandItem({ command, nameOf, fault, onRemove, disabled }: CommandItemProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  return (
    <li className="plan-command" data-waiting={command.by === null}>
      <span>
        {describeCommand(command, { language, nameOf })}
        <small className="numeral">
          {command.by === null ? say('not_sent') : writeAuthorship({ by: command.by, at: command.at }, language)}
        </small>
        {fault ? <small className="plan-fault">{fault}</small> : null}
      </span>
      {onRemove ? (
        <IconButton icon="remove" label={say('remove_command')} disabled={disabled} onPress={onRemove} />
      ) : null}
    </li>
  );
}
