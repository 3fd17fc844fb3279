import { isAtWork } from '#client/state/import-follow.ts';
import { findNextStep, listSteps } from '#client/state/import-steps.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';

/** The way on from a step that has its answer. */
export function NextPanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const step = useView((view) => view.importing.step);
  const next = findNextStep(step, record);
  if (next === null || isAtWork(record) || step === 'report') return null;
  const isDone = listSteps(record).find((each) => each.step === step)?.state === 'done';
  return (
    <p className="import-next">
      <button
        type="button"
        className={isDone ? 'plain-button is-main' : 'plain-button'}
        onClick={() => openImport({ step: next })}
      >
        {say('go_on', { step: say(`step_${next}`) })}
      </button>
    </p>
  );
}
