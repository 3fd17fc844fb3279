import { useEffect, useRef } from 'react';
import { type ChosenRepair, findRuleChoice, isSameRepair } from '#client/state/import-repairs.ts';
import { listRuleRepairs } from '#client/state/import-rule-words.ts';
import { formatCount } from '#client/state/import-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';
import type { ImportRecord } from '#core/api/import-records.ts';
import type { ImportRule, RepairChoice } from '#core/ledgers/import-finding.ts';
import { SeverityPanel } from './severity-panel.tsx';

type RuleCount = NonNullable<ImportRecord['summary']>['rules'][number];

interface RulesPanelProps {
  readonly rules: readonly RuleCount[];
  readonly repairs: readonly RepairChoice[];
  readonly isFixed: boolean;
  /** One of the findings is open below: the list is shorter. */
  readonly isShort: boolean;
  readonly onChoose: (rule: ImportRule, repair: ChosenRepair | null) => void;
}

/** Rules that found something: how grave, how many, how many are settled; one choice for all findings of a rule. */
export function RulesPanel({ rules, repairs, isFixed, isShort, onChoose }: RulesPanelProps) {
  const say = useTopic('importRoom');
  const view = useView((current) => current);
  const open = view.importing.rule;
  const table = useRef<HTMLTableElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open rule stays in sight when the list grows shorter
  useEffect(() => {
    table.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, isShort]);
  if (rules.length === 0) return null;
  return (
    <section className="import-section" aria-label={say('rules')}>
      <table ref={table} className="import-grid rules-grid" data-short={isShort}>
        <thead>
          <tr>
            <th scope="col">{say('rule')}</th>
            <th scope="col" className="is-number">
              {say('found')}
            </th>
            <th scope="col" className="is-number">
              {say('settled')}
            </th>
            <th scope="col">{say('for_all')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.rule} aria-selected={rule.rule === open} data-settled={rule.settled >= rule.count}>
              <th scope="row">
                <PlainLink
                  href={formatViewUrl({ ...view, importing: { ...view.importing, rule: rule.rule } })}
                  current={rule.rule === open}
                  onOpen={() => openImport({ rule: rule.rule === open ? null : rule.rule }, 'replace')}
                >
                  <SeverityPanel severity={rule.severity} />
                  {rule.sentence}
                </PlainLink>
              </th>
              <td className="is-number numeral">{formatCount(rule.count)}</td>
              <td className="is-number numeral">{rule.settled > 0 ? formatCount(rule.settled) : '–'}</td>
              <td>
                <RuleChoice rule={rule} repairs={repairs} isFixed={isFixed} onChoose={onChoose} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RuleChoiceProps extends Omit<RulesPanelProps, 'rules' | 'isShort'> {
  readonly rule: RuleCount;
}

function RuleChoice({ rule, repairs, isFixed, onChoose }: RuleChoiceProps) {
  const say = useTopic('importRoom');
  const chosen = findRuleChoice(repairs, rule.rule);
  const options = listRuleRepairs(rule);
  const at =
    chosen === null || chosen === 'mixed' ? -1 : options.findIndex(({ repair }) => isSameRepair(repair, chosen));
  return (
    <select
      aria-label={say('choose_for_all', { rule: rule.sentence })}
      value={chosen === 'mixed' ? 'mixed' : at}
      disabled={isFixed}
      onChange={(event) => onChoose(rule.rule, options[Number(event.target.value)]?.repair ?? null)}
    >
      <option value={-1}>{say('choose_none')}</option>
      {chosen === 'mixed' ? <option value="mixed">{say('choose_mixed')}</option> : null}
      {options.map(({ key, repair }, index) => (
        <option key={repair.kind} value={index}>
          {say(key, { count: formatCount(rule.repairable) })}
        </option>
      ))}
    </select>
  );
}
