import { useState } from 'react';
import { createSiteRuleDraft, type SiteRuleDraft, unitOf } from '#client/state/site-rule-draft.ts';
import { useSaveSettings, useSettings } from '#client/state/use-settings.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { SettingsAnswer } from '#core/api/network.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { saySource } from '#core/planning/rules/say-finding.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { SiteRulesEditor } from './site-rules-editor.tsx';

/** The draft and the revision that it was begun over. */
interface Editing {
  readonly draft: SiteRuleDraft;
  readonly revision: number;
}

/** Rules and weighted factors with their sources; edited ones become the next data revision. */
export function SiteRulesPanel() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const settings = useSettings();
  const save = useSaveSettings();
  const [editing, setEditing] = useState<Editing | null>(null);
  // what was opened stays open after saving, so that the word about it is read
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="choices-more is-rules"
      open={isOpen || editing !== null}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say('where_rules')}</summary>
      <p className="tool-note">{say('where_rules_note')}</p>
      <AnswerPanel answer={settings} lines={6}>
        {(answer) =>
          editing ? (
            <>
              <SiteRulesEditor
                settings={answer}
                draft={editing.draft}
                onDraft={(draft) => setEditing({ ...editing, draft })}
                save={save}
                onSave={(patch) =>
                  save.mutate({ patch, ifRevision: editing.revision }, { onSuccess: () => setEditing(null) })
                }
                onCancel={() => setEditing(null)}
              />
              {answer.revision > editing.revision ? (
                <NewerPanel
                  revision={answer.revision}
                  onBegin={(own) => {
                    save.reset();
                    const draft = own ? editing.draft : createSiteRuleDraft(answer, language);
                    setEditing({ draft, revision: answer.revision });
                  }}
                />
              ) : null}
            </>
          ) : (
            <RulesTable
              settings={answer}
              onEdit={() => {
                save.reset();
                setEditing({ draft: createSiteRuleDraft(answer, language), revision: answer.revision });
              }}
            />
          )
        }
      </AnswerPanel>
      {editing === null && save.data ? (
        <p role="status">{say('where_rules_saved', { revision: save.data.revision })}</p>
      ) : null}
    </details>
  );
}

interface NewerPanelProps {
  readonly revision: number;
  /** Goes on over the newer revision: with what is typed, or with what stands there now. */
  readonly onBegin: (own: boolean) => void;
}

/** The data changed while rules were edited: nothing that is typed is lost unless that is wanted. */
function NewerPanel({ revision, onBegin }: NewerPanelProps) {
  const say = useTopic('plans');
  return (
    <div className="plan-banner is-waiting" role="status">
      <p>{say('rule_newer', { revision })}</p>
      <p className="tool-actions">
        <button type="button" className="plain-button" onClick={() => onBegin(true)}>
          {say('rule_newer_own')}
        </button>
        <button type="button" className="plain-button" onClick={() => onBegin(false)}>
          {say('rule_newer_read')}
        </button>
      </p>
    </div>
  );
}

/** A number of the draft with thousands separators. */
const write = (typed = ''): string => formatNumber(Number(typed), Number.isInteger(Number(typed)) ? 0 : 1);

interface RulesTableProps {
  readonly settings: SettingsAnswer;
  readonly onEdit: () => void;
}

function RulesTable({ settings, onEdit }: RulesTableProps) {
  const say = useTopic('plans');
  const sayRule = useTopic('suitability');
  const language = useView((view) => view.language);
  const { rules, factors } = createSiteRuleDraft(settings, language);
  return (
    <>
      <ul className="choices-rules">
        {settings.siteRules.map(({ code, isOn, strength, source }) => (
          <li key={code} data-off={!isOn}>
            <strong>{sayRule(`rule_${code}`)}</strong>
            <span>
              {isOn ? (strength ? sayRule(`strength_${strength}`) : say('rule_by_area')) : say('rule_off')}
              {rules[code]?.limit ? ` · ${write(rules[code].limit)} ${unitOf(code, language)}` : ''}
            </span>
            <small>{saySource(language, source)}</small>
          </li>
        ))}
      </ul>
      <h5>{say('where_factors')}</h5>
      <ul className="choices-rules">
        {settings.siteFactors.map(({ code, weight, source }) => (
          <li key={code} data-off={weight === 0}>
            <strong>{sayRule(`factor_${code}`)}</strong>
            <span className="numeral">
              {say('where_weight')} {weight} · {write(factors[code]?.best)} → {write(factors[code]?.worst)}{' '}
              {unitOf(code, language)}
            </span>
            <small>{saySource(language, source)}</small>
          </li>
        ))}
      </ul>
      <button type="button" className="plain-button" onClick={onEdit}>
        {say('rule_edit')}
      </button>
    </>
  );
}
