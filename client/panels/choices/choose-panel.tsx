import { useChoicesMemory } from '#client/state/choices-memory.ts';
import { changeChooseForm, useChoicesStore } from '#client/state/choices-store.ts';
import { isCover, readChooseForm } from '#client/state/choose-form.ts';
import { usePlanQuestion } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { DEMAND_KINDS, SHORTAGE_KINDS, SPLIT_KINDS } from '#core/planning/choices/site-choice.ts';
import { LOCATION_KINDS } from '#core/planning/solvers/location-problem.ts';
import { CandidatesPanel } from './candidates-panel.tsx';
import { ChoiceRunPanel } from './choice-run-panel.tsx';
import { ChosenSitesPanel } from './chosen-sites-panel.tsx';
import { PLAN_FIELD_LOOK } from './field-look.ts';
import { NumberField } from './number-field.tsx';
import './choices.css';

/** Which sites to open: the question, the solver at work, its answer. */
export function ChoosePanel() {
  const say = useTopic('plans');
  const lang = useView((view) => view.language);
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const plan = usePlanQuestion()?.plan ?? null;
  const form = useChoicesStore((store) => store.chooseForm);
  useChoicesMemory();
  return (
    <>
      <QuestionPanel />
      <CandidatesPanel />
      <LimitsPanel />
      <ChoiceRunPanel
        kind="choose_sites"
        label={say('choose_start')}
        read={() => readChooseForm(form, { county, plan, lang })}
      />
      <ChosenSitesPanel />
    </>
  );
}

function QuestionPanel() {
  const say = useTopic('plans');
  const { problem, demand, measure, split, shortage } = useChoicesStore((store) => store.chooseForm);
  return (
    <>
      <LabelledSelect
        look={PLAN_FIELD_LOOK}
        label={say('choose_problem')}
        value={problem}
        options={LOCATION_KINDS.map((value) => ({ value, label: say(`problem_${value}`) }))}
        note={say(`problem_${problem}_note`)}
        onPick={(picked) => changeChooseForm({ problem: picked })}
      />
      <LabelledSelect
        look={PLAN_FIELD_LOOK}
        label={say('choose_demand')}
        value={demand}
        options={DEMAND_KINDS.map((value) => ({ value, label: say(`demand_${value}`) }))}
        onPick={(picked) => changeChooseForm({ demand: picked })}
      />
      <LabelledSelect
        look={PLAN_FIELD_LOOK}
        label={say('choose_measure')}
        value={measure}
        options={(['minutes', 'meters'] as const).map((value) => ({ value, label: say(`measure_${value}`) }))}
        onPick={(picked) => changeChooseForm({ measure: picked })}
      />
      {problem === 'capacitated_p_median' ? (
        <>
          <LabelledSelect
            look={PLAN_FIELD_LOOK}
            label={say('choose_split')}
            value={split}
            options={SPLIT_KINDS.map((value) => ({ value, label: say(`split_${value}`) }))}
            onPick={(picked) => changeChooseForm({ split: picked })}
          />
          <LabelledSelect
            look={PLAN_FIELD_LOOK}
            label={say('choose_shortage')}
            value={shortage}
            options={SHORTAGE_KINDS.map((value) => ({ value, label: say(`shortage_${value}`) }))}
            onPick={(picked) => changeChooseForm({ shortage: picked })}
          />
        </>
      ) : null}
    </>
  );
}

function LimitsPanel() {
  const say = useTopic('plans');
  const form = useChoicesStore((store) => store.chooseForm);
  return (
    <>
      <NumberField
        label={say('choose_sites')}
        value={form.sites}
        placeholder={say('choose_unlimited')}
        onType={(sites) => changeChooseForm({ sites })}
      />
      <NumberField
        label={say('choose_budget')}
        value={form.budgetWanYuan}
        placeholder={say('choose_unlimited')}
        onType={(budgetWanYuan) => changeChooseForm({ budgetWanYuan })}
      />
      {isCover(form.problem) ? (
        <NumberField
          label={say(`choose_limit_${form.measure}`)}
          value={form.limit}
          onType={(limit) => changeChooseForm({ limit })}
        />
      ) : null}
      <details className="choices-more">
        <summary>{say('choose_settings', { seed: form.seed, seconds: form.timeLimitSeconds })}</summary>
        <NumberField label={say('choose_seed')} value={form.seed} onType={(seed) => changeChooseForm({ seed })} />
        <NumberField
          label={say('choose_seconds')}
          value={form.timeLimitSeconds}
          onType={(timeLimitSeconds) => changeChooseForm({ timeLimitSeconds })}
        />
      </details>
    </>
  );
}
