import { useState } from 'react';
import { setSpotlight, setThingPlace } from '#client/state/map-store.ts';
import { useLateTasks } from '#client/state/use-tasks.ts';
import { useText } from '#client/state/use-text.ts';
import { openThing } from '#client/state/view-store.ts';
import { EmptyState } from '#client/ui/states.tsx';
import type { Task } from '#core/api/areas.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SectionPanel } from '../side/section-panel.tsx';

const FIRST_TASKS = 5;

/** Late tasks, numbered as on the map, with who is responsible. */
export function LateTasksPanel() {
  const say = useText();
  const [all, setAll] = useState(false);
  const answer = useLateTasks();
  return (
    <SectionPanel title={say('late_tasks')}>
      <AnswerPanel answer={answer} lines={FIRST_TASKS}>
        {(data) => {
          if (data.items.length === 0) return <EmptyState>{say('late_tasks_none')}</EmptyState>;
          return (
            <>
              <ol className="tasks">
                {(all ? data.items : data.items.slice(0, FIRST_TASKS)).map((task) => (
                  <LateTask key={task.code} task={task} />
                ))}
              </ol>
              {data.items.length > FIRST_TASKS ? (
                <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
                  {all ? say('ranking_fewer') : say('ranking_all', { n: data.items.length })}
                </button>
              ) : null}
            </>
          );
        }}
      </AnswerPanel>
    </SectionPanel>
  );
}

function LateTask({ task }: { readonly task: Task }) {
  const say = useText();
  const spotlight = task.position ? { code: task.code, position: task.position } : null;
  const point = (): void => setSpotlight(spotlight);
  return (
    <li>
      <button
        type="button"
        className="task"
        onPointerEnter={point}
        onFocus={point}
        onPointerLeave={() => setSpotlight(null)}
        onBlur={() => setSpotlight(null)}
        onClick={() => {
          setThingPlace(spotlight);
          openThing({ layer: 'tasks', code: task.code });
        }}
      >
        <span className="task-number numeral">{task.lateNumber ?? '·'}</span>
        <span className="task-name">{task.name}</span>
        <span className="task-late">{task.daysLate > 0 ? say('late_days', { n: task.daysLate }) : say('behind')}</span>
        <span className="task-note">
          {task.areaName} · {task.department} · {task.responsiblePost}
        </span>
        <span className="task-note numeral">
          {say('task_deadline', { date: task.deadline })} ·{' '}
          {say('task_done', {
            done: formatNumber(task.doneAmount, decimalsOf(task.doneAmount)),
            planned: formatNumber(task.plannedAmount, decimalsOf(task.plannedAmount)),
            unit: task.unit,
          })}
        </span>
      </button>
    </li>
  );
}

const decimalsOf = (amount: number): number => (Number.isInteger(amount) ? 0 : 1);
