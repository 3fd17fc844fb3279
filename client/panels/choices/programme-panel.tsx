import { useEffect } from 'react';
import { useChoicesMemory } from '#client/state/choices-memory.ts';
import { changeProgrammeForm, useChoicesStore } from '#client/state/choices-store.ts';
import {
  addYear,
  createProgrammeForm,
  PROGRAMME_GOALS,
  type ProgrammeForm,
  readProgrammeForm,
} from '#client/state/programme-form.ts';
import { useArea } from '#client/state/use-area.ts';
import { usePlanQuestion } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { PROGRAMME_TARGETS } from '#core/planning/programme/programme.ts';
import { CheckField } from './check-field.tsx';
import { ChoiceRunPanel } from './choice-run-panel.tsx';
import { PLAN_FIELD_LOOK } from './field-look.ts';
import { NumberField } from './number-field.tsx';
import { ProgrammeAnswerPanel } from './programme-answer-panel.tsx';
import './choices.css';

/** Which roads first: the question, the solver at work, its answer. */
export function ProgrammePanel() {
  const say = useTopic('plans');
  const lang = useView((view) => view.language);
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const dates = useArea().data?.county;
  const dataYear = Number(dates?.dataDate.slice(0, 4));
  const lastYear = Number(dates?.campaign.deadline.slice(0, 4));
  const plan = usePlanQuestion()?.plan ?? null;
  const form = useChoicesStore((store) => store.programmeForm);
  useChoicesMemory();
  useEffect(() => {
    if (lastYear > 0 && form === null)
      useChoicesStore.setState({ programmeForm: createProgrammeForm(dataYear, lastYear) });
  }, [dataYear, lastYear, form]);
  if (!form) return null;
  return (
    <>
      <GoalPanel />
      <YearsPanel />
      <CheckField
        label={say('roads_emptied')}
        isOn={form.includesEmptied}
        onTurn={(includesEmptied) => changeProgrammeForm({ includesEmptied })}
      />
      <details className="choices-more">
        <summary>{say('choose_settings', { seed: form.seed, seconds: form.timeLimitSeconds })}</summary>
        <NumberField label={say('choose_seed')} value={form.seed} onType={(seed) => changeProgrammeForm({ seed })} />
        <NumberField
          label={say('choose_seconds')}
          value={form.timeLimitSeconds}
          onType={(timeLimitSeconds) => changeProgrammeForm({ timeLimitSeconds })}
        />
      </details>
      <ChoiceRunPanel
        kind="road_programme"
        label={say('roads_start')}
        read={() => readProgrammeForm(form, { county, plan, lang })}
      />
      <ProgrammeAnswerPanel />
    </>
  );
}

function GoalPanel() {
  const say = useTopic('plans');
  const form = useChoicesStore((store) => store.programmeForm);
  if (!form) return null;
  return (
    <>
      <LabelledSelect
        look={PLAN_FIELD_LOOK}
        label={say('roads_goal')}
        value={form.goal}
        options={PROGRAMME_GOALS.map((value) => ({ value, label: say(`goal_${value}`) }))}
        note={say(`goal_${form.goal}_note`)}
        onPick={(goal) => changeProgrammeForm({ goal })}
      />
      {form.goal === 'budget' ? (
        <>
          <NumberField
            label={say('roads_budget')}
            value={form.budgetWanYuan}
            onType={(budgetWanYuan) => changeProgrammeForm({ budgetWanYuan })}
          />
          <LabelledSelect
            look={PLAN_FIELD_LOOK}
            label={say('roads_target')}
            value={form.target}
            options={PROGRAMME_TARGETS.map((value) => ({ value, label: say(`target_${value}`) }))}
            onPick={(target) => changeProgrammeForm({ target })}
          />
        </>
      ) : null}
      {form.goal === 'target_share' ? (
        <NumberField
          label={say('roads_share')}
          value={form.targetPercent}
          onType={(targetPercent) => changeProgrammeForm({ targetPercent })}
        />
      ) : null}
    </>
  );
}

/** The same list every time: a new one with each look would never come to rest. */
const NO_YEARS: ProgrammeForm['years'] = [];

/** Years with what may be spent in each. */
function YearsPanel() {
  const say = useTopic('plans');
  const years = useChoicesStore((store) => store.programmeForm?.years ?? NO_YEARS);
  const change = (index: number, patch: Partial<(typeof years)[number]>): void =>
    changeProgrammeForm({ years: years.map((one, i) => (i === index ? { ...one, ...patch } : one)) });
  return (
    <fieldset className="choices-years">
      <legend>{say('roads_years')}</legend>
      <div className="choices-year" aria-hidden="true">
        <span>{say('year')}</span>
        <span>{say('roads_year_budget')}</span>
      </div>
      {years.map(({ year, budgetWanYuan }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the year itself is typed, its place is what stays
        <div className="choices-year" key={i}>
          <input
            className="numeral"
            inputMode="numeric"
            aria-label={say('year')}
            value={year}
            onChange={(event) => change(i, { year: event.target.value })}
          />
          <input
            className="numeral"
            inputMode="decimal"
            aria-label={`${year} ${say('roads_year_budget')}`}
            placeholder={say('roads_year_even')}
            value={budgetWanYuan}
            onChange={(event) => change(i, { budgetWanYuan: event.target.value })}
          />
          <IconButton
            icon="close"
            label={say('roads_year_remove', { year })}
            onPress={() => changeProgrammeForm({ years: years.filter((_, index) => index !== i) })}
          />
        </div>
      ))}
      <button type="button" className="text-button" onClick={() => changeProgrammeForm({ years: addYear(years) })}>
        {say('roads_year_add')}
      </button>
    </fieldset>
  );
}
