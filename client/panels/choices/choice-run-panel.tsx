import { type RefObject, useEffect, useRef } from 'react';
import { type ChoiceKind, cancelChoice, isRunning, startChoice } from '#client/state/choice-job-store.ts';
import { describeError } from '#client/state/error-words.ts';
import { useChoiceRun } from '#client/state/use-choices.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ChoiceRequest } from '#core/api/choices.ts';

interface ChoiceRunPanelProps {
  readonly kind: ChoiceKind;
  readonly label: string;
  /** The question as it is typed, or what is wrong with it. */
  readonly read: () => { readonly request: ChoiceRequest } | { readonly fault: string };
}

/**
 * Brings what was asked for into sight when it begins and when its first answer comes below it: the question makes room. After that, and where the answer
 * was there when the part was opened, the reader's place stays.
 */
function useShowAnswer(
  place: RefObject<HTMLElement | null>,
  { job, isAnswered }: { readonly job: string | null; readonly isAnswered: boolean },
): void {
  const known = useRef({ job, isAnswered });
  useEffect(() => {
    const before = known.current;
    known.current = { job, isAnswered };
    const isNew = job !== before.job || (isAnswered && !before.isAnswered);
    if (job !== null && isNew) place.current?.scrollIntoView({ block: 'start' });
  }, [place, job, isAnswered]);
}

/** Starts the solver, shows how far it is, stops it; says what went wrong. */
export function ChoiceRunPanel({ kind, label, read }: ChoiceRunPanelProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const run = useChoiceRun(kind);
  const typed = read();
  const { job, error } = run;
  const hasAnswer = (job?.interim ?? null) !== null;
  const doing = job?.state === 'waiting' ? 'choice_waiting' : hasAnswer ? 'choice_running' : 'choice_running_none';
  const running = isRunning(job) && job ? { label: say(doing), percent: Math.floor(job.progress * 100) } : null;
  const place = useRef<HTMLDivElement>(null);
  useShowAnswer(place, { job: job?.id ?? null, isAnswered: hasAnswer || run.result !== null });
  const sentence = error ? describeError(error, language) : (job?.errorText ?? null);
  return (
    <div className="choices-run" ref={place}>
      {'fault' in typed ? (
        <p className="plan-refusal" role="alert">
          {typed.fault}
        </p>
      ) : null}
      {running ? (
        <div className="choices-busy" role="status">
          <span>{running.label}</span>
          <progress value={running.percent} max={100} />
          <span className="numeral">{running.percent} %</span>
          <button type="button" className="plain-button" onClick={() => void cancelChoice(kind, language)}>
            {say('choice_stop')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="plain-button is-main"
          disabled={'fault' in typed}
          onClick={() => {
            if ('request' in typed) void startChoice(typed.request);
          }}
        >
          {label}
        </button>
      )}
      {run.lost ? <p role="status">{say('choice_lost')}</p> : null}
      {sentence ? (
        <p className="plan-refusal" role="alert">
          {say('choice_failed', { sentence })}
        </p>
      ) : null}
      {job?.state === 'cancelled' ? (
        <p role="status" className="tool-hint">
          {say(run.result ? 'choice_cancelled' : 'choice_cancelled_none')}
        </p>
      ) : null}
    </div>
  );
}
