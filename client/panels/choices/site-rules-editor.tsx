import { describeError } from '#client/state/error-words.ts';
import {
  canSwitch,
  type FactorDraft,
  isAreaRule,
  type RuleDraft,
  readSiteRuleDraft,
  type SiteRuleDraft,
  unitOf,
} from '#client/state/site-rule-draft.ts';
import type { useSaveSettings } from '#client/state/use-settings.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import type { SettingsAnswer, SettingsPatch } from '#core/api/network.ts';
import { type FactorCode, RULE_STRENGTHS, type RuleCode } from '#core/county/site-rule.ts';
import { CheckField } from './check-field.tsx';
import { PLAN_FIELD_LOOK } from './field-look.ts';
import { NumberField } from './number-field.tsx';

interface SiteRulesEditorProps {
  readonly settings: SettingsAnswer;
  readonly draft: SiteRuleDraft;
  readonly onDraft: (draft: SiteRuleDraft) => void;
  readonly save: Pick<ReturnType<typeof useSaveSettings>, 'error' | 'isPending'>;
  readonly onSave: (patch: SettingsPatch) => void;
  readonly onCancel: () => void;
}

/** Every rule and factor as fields; saved as one revision, refused where another one came in between. */
export function SiteRulesEditor({ settings, draft, onDraft, save, onSave, onCancel }: SiteRulesEditorProps) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const typed = readSiteRuleDraft(draft, settings, language);
  const changeRule = (code: RuleCode, rule: RuleDraft): void =>
    onDraft({ ...draft, rules: { ...draft.rules, [code]: rule } });
  const changeFactor = (code: FactorCode, factor: FactorDraft): void =>
    onDraft({ ...draft, factors: { ...draft.factors, [code]: factor } });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if ('patch' in typed) onSave(typed.patch);
      }}
    >
      {settings.siteRules.map(({ code }) => {
        const rule = draft.rules[code];
        return rule ? (
          <RuleFields key={code} code={code} rule={rule} onRule={(next) => changeRule(code, next)} />
        ) : null;
      })}
      <h5>{say('where_factors')}</h5>
      {settings.siteFactors.map(({ code }) => {
        const factor = draft.factors[code];
        return factor ? (
          <FactorFields key={code} code={code} factor={factor} onFactor={(next) => changeFactor(code, next)} />
        ) : null;
      })}
      {'fault' in typed ? (
        <p className="plan-refusal" role="alert">
          {typed.fault}
        </p>
      ) : null}
      {save.error ? (
        <p className="plan-refusal" role="alert">
          {describeError(save.error, language)}
        </p>
      ) : null}
      <p className="tool-actions">
        <button type="submit" className="plain-button is-main" disabled={'fault' in typed || save.isPending}>
          {say('rule_save')}
        </button>
        <button type="button" className="plain-button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}

interface RuleFieldsProps {
  readonly code: RuleCode;
  readonly rule: RuleDraft;
  readonly onRule: (rule: RuleDraft) => void;
}

function RuleFields({ code, rule, onRule }: RuleFieldsProps) {
  const say = useTopic('plans');
  const sayRule = useTopic('suitability');
  const language = useView((view) => view.language);
  const strengths = RULE_STRENGTHS.map((value) => ({ value, label: sayRule(`strength_${value}`) }));
  return (
    <fieldset className="choices-rule">
      <legend>{sayRule(`rule_${code}`)}</legend>
      {canSwitch(code) ? (
        <>
          <CheckField label={say('rule_on')} isOn={rule.isOn} onTurn={(isOn) => onRule({ ...rule, isOn })} />
          <LabelledSelect
            look={PLAN_FIELD_LOOK}
            label={say('rule_strength')}
            value={rule.strength}
            options={isAreaRule(code) ? [{ value: '', label: say('rule_by_area') }, ...strengths] : strengths}
            onPick={(strength) => onRule({ ...rule, strength })}
          />
        </>
      ) : (
        <p className="tool-note">
          {sayRule('strength_forbidden')} · {say('rule_fixed')}
        </p>
      )}
      {rule.limit === null ? null : (
        <NumberField
          label={`${say('rule_limit')} (${unitOf(code, language)})`}
          value={rule.limit}
          onType={(limit) => onRule({ ...rule, limit })}
        />
      )}
      <SourceField source={rule.source} onSource={(source) => onRule({ ...rule, source })} />
    </fieldset>
  );
}

interface FactorFieldsProps {
  readonly code: FactorCode;
  readonly factor: FactorDraft;
  readonly onFactor: (factor: FactorDraft) => void;
}

function FactorFields({ code, factor, onFactor }: FactorFieldsProps) {
  const say = useTopic('plans');
  const sayFactor = useTopic('suitability');
  const language = useView((view) => view.language);
  const unit = unitOf(code, language);
  return (
    <fieldset className="choices-rule">
      <legend>{sayFactor(`factor_${code}`)}</legend>
      <NumberField
        label={say('where_weight')}
        value={factor.weight}
        onType={(weight) => onFactor({ ...factor, weight })}
      />
      <NumberField
        label={`${say('rule_best')} (${unit})`}
        value={factor.best}
        onType={(best) => onFactor({ ...factor, best })}
      />
      <NumberField
        label={`${say('rule_worst')} (${unit})`}
        value={factor.worst}
        onType={(worst) => onFactor({ ...factor, worst })}
      />
      <SourceField source={factor.source} onSource={(source) => onFactor({ ...factor, source })} />
    </fieldset>
  );
}

interface SourceFieldProps {
  readonly source: string;
  readonly onSource: (source: string) => void;
}

function SourceField({ source, onSource }: SourceFieldProps) {
  const say = useTopic('plans');
  return (
    <label className="plan-field">
      {say('rule_source')}
      <input value={source} maxLength={200} onChange={(event) => onSource(event.target.value)} />
    </label>
  );
}
