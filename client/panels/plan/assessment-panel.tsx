import { type FormEvent, useState } from 'react';
import { findSiteAssessment } from '#client/state/site-assessment.ts';
import { useArea } from '#client/state/use-area.ts';
import { useOpenPlan, usePlanEdit } from '#client/state/use-plan-edit.ts';
import { useTopic } from '#client/state/use-text.ts';

/** The hazard assessment of a site that the plan placed or moved: without it the plan is not published. */
export function AssessmentPanel({ siteCode }: { readonly siteCode: string }) {
  const say = useTopic('plans');
  const { commands, canEdit } = useOpenPlan();
  const assessment = findSiteAssessment(commands, siteCode);
  if (assessment === undefined) return null;
  return (
    <>
      <h4>{say('assessment')}</h4>
      {assessment === 'missing' ? (
        <>
          <p className="tool-note">{say('assessment_missing')}</p>
          {canEdit ? <AssessmentForm siteCode={siteCode} /> : null}
        </>
      ) : (
        <p className="numeral">{say('assessment_is', { number: assessment.number, on: assessment.on })}</p>
      )}
    </>
  );
}

function AssessmentForm({ siteCode }: { readonly siteCode: string }) {
  const say = useTopic('plans');
  const { add } = usePlanEdit();
  const dataDate = useArea().data?.county.dataDate ?? '';
  const [typed, setTyped] = useState({ number: '', on: dataDate, conclusion: '' });
  const [asked, setAsked] = useState(false);
  const input = { siteCode, number: typed.number.trim(), on: typed.on, conclusion: typed.conclusion.trim() };
  const isWhole = input.number !== '' && input.on !== '' && input.conclusion !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isWhole) add([{ kind: 'assess_site', input }]);
  };
  const field = (key: keyof typeof typed, attributes: React.InputHTMLAttributes<HTMLInputElement>) => (
    <label className="plan-field">
      {say(`assessment_${key}`)}
      <input
        {...attributes}
        value={typed[key]}
        onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="plan-assessment" noValidate onSubmit={submit}>
      {field('number', { maxLength: 60 })}
      {field('on', { type: 'date', max: dataDate })}
      {field('conclusion', { maxLength: 500 })}
      {asked && !isWhole ? <p role="alert">{say('assessment_incomplete')}</p> : null}
      <p className="tool-actions">
        <button type="submit" className="plain-button">
          {say('assessment_record')}
        </button>
      </p>
    </form>
  );
}
