import { useState } from 'react';
import { type DefinitionItem, definitionToPatch, describeDefinition } from '#client/state/definition-words.ts';
import { describeError } from '#client/state/error-words.ts';
import { useSaveSettings, useSettings } from '#client/state/use-settings.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';

interface OwnDefinitionPanelProps {
  readonly item: DefinitionItem;
  /** It is the county's own already. */
  readonly isOwn: boolean;
}

/** Makes the chosen definition the county's own, after saying what that changes. */
export function OwnDefinitionPanel({ item, isOwn }: OwnDefinitionPanelProps) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  // The revision that the question was asked of; null before it is asked.
  const [asked, setAsked] = useState<number | null>(null);
  const settings = useSettings().data;
  const save = useSaveSettings();
  const patch = settings && definitionToPatch(item.key, settings);
  if (save.data) {
    return (
      <p className="own-definition" role="status">
        {say('saved_revision', { revision: save.data.revision })}
      </p>
    );
  }
  if (isOwn) return <p className="own-definition">{say('definition_is_own')}</p>;
  if (!patch) return null;
  if (asked === null) {
    return (
      <p className="own-definition">
        <button type="button" className="plain-button" onClick={() => setAsked(settings.revision)}>
          {say('definition_use')}
        </button>
      </p>
    );
  }
  return (
    <div className="own-definition">
      <p>{say('definition_change', { definition: describeDefinition(item) })}</p>
      <p className="tool-note">{say('definition_effect')}</p>
      <p className="tool-actions">
        <button
          type="button"
          className="plain-button is-main"
          disabled={save.isPending}
          onClick={() => save.mutate({ patch, ifRevision: asked })}
        >
          {say('confirm')}
        </button>
        <button type="button" className="plain-button" onClick={() => setAsked(null)}>
          {say('cancel')}
        </button>
      </p>
      {save.error ? <p role="alert">{describeError(save.error, language)}</p> : null}
    </div>
  );
}
