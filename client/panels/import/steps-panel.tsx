import { useEffect, useRef } from 'react';
import { describeSteps } from '#client/state/import-step-words.ts';
import { listSteps } from '#client/state/import-steps.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';
import type { ImportRecord } from '#core/api/import-records.ts';

/** The steps with what each came to; all that have something to show can be gone back to. */
export function StepsPanel({ record }: { readonly record: ImportRecord | null }) {
  const say = useTopic('importRoom');
  const view = useView((current) => current);
  const { step: current, id } = view.importing;
  const notes = describeSteps(record, view.language);
  const list = useRef<HTMLOListElement>(null);
  // on a narrow screen the row of steps scrolls
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another link
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current, record === null]);
  return (
    <nav className="import-steps" aria-label={say('steps')}>
      <ol ref={list}>
        {listSteps(record).map(({ step, state, obstacle }, index) => (
          <li key={step} data-state={state}>
            {state === 'closed' ? (
              <span className="import-step" title={obstacle ? say(obstacle) : undefined}>
                <StepWords number={index + 1} name={say(`step_${step}`)} note={notes[step]} />
              </span>
            ) : (
              <PlainLink
                className="import-step"
                href={formatViewUrl({ ...view, importing: { ...view.importing, step, rule: null, change: null } })}
                current={step === current}
                onOpen={() => openImport({ step })}
              >
                <StepWords number={index + 1} name={say(`step_${step}`)} note={notes[step]} />
              </PlainLink>
            )}
          </li>
        ))}
      </ol>
      {id === null ? null : (
        <button
          type="button"
          className="plain-button"
          onClick={() => openImport({ id: null, step: 'files', table: null })}
        >
          {say('begin_another')}
        </button>
      )}
    </nav>
  );
}

interface StepWordsProps {
  readonly number: number;
  readonly name: string;
  readonly note: string | null;
}

function StepWords({ number, name, note }: StepWordsProps) {
  return (
    <>
      <span className="import-step-number numeral">{number}</span>
      <span className="import-step-name">{name}</span>
      {note ? <small className="numeral">{note}</small> : null}
    </>
  );
}
