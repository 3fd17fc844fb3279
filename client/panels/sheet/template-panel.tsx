import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { formatSheetWish, specToWish, wishToTemplate } from '#client/state/sheet-wish.ts';
import { useArea } from '#client/state/use-area.ts';
import {
  useCreateTemplate,
  useDeleteTemplate,
  usePatchTemplate,
  useTemplates,
} from '#client/state/use-sheet-templates.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView, useViewStore } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { TemplateAnswer } from '#core/api/sheet-register.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';

/** Sheets as they were set up once, for every area or for those of a level. */
export function TemplatePanel() {
  const say = useTopic('sheetRoom');
  const answer = useTemplates();
  return (
    <section className="room-section" aria-label={say('templates')}>
      <SaveTemplate />
      <AnswerPanel answer={answer} lines={2}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState>{say('templates_none')}</EmptyState>
          ) : (
            <ul className="templates">
              {items.map((template) => (
                <TemplateItem key={template.id} template={template} />
              ))}
            </ul>
          )
        }
      </AnswerPanel>
    </section>
  );
}

/** Keeps what is chosen now under a name. */
function SaveTemplate() {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const map = useView((view) => view.map);
  const level = useArea().data?.area.level ?? 'county';
  const { wish } = useSheetWish();
  const create = useCreateTemplate();
  const [name, setName] = useState('');
  const [isForLevel, setIsForLevel] = useState(true);
  const save = (): void => {
    if (name.trim() === '') return;
    create.mutate(
      { name: name.trim(), level: isForLevel ? level : null, spec: wishToTemplate(wish, map) },
      { onSuccess: () => setName('') },
    );
  };
  return (
    <form
      className="template-save"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label className="field">
        <span>{say('template_name')}</span>
        <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <LabelledCheck
        label={say('template_level', { level: say(`level_${level}`) })}
        isOn={isForLevel}
        onTurn={setIsForLevel}
      />
      <button type="submit" className="plain-button" disabled={name.trim() === '' || create.isPending}>
        {say('template_save')}
      </button>
      {create.error ? <p role="alert">{describeError(create.error, language)}</p> : null}
    </form>
  );
}

function TemplateItem({ template }: { readonly template: TemplateAnswer }) {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const change = useViewStore((store) => store.change);
  const area = useView((view) => view.area);
  const { wish } = useSheetWish();
  const patch = usePatchTemplate();
  const remove = useDeleteTemplate();
  const [name, setName] = useState<string | null>(null);
  const { id, version, spec, level } = template;
  const load = (): void =>
    change(
      { map: spec.map, sheet: formatSheetWish(specToWish(spec, wish.language), { area, map: spec.map }) },
      'replace',
    );
  const failure = patch.error ?? remove.error;
  return (
    <li>
      {name === null ? (
        <button type="button" className="template-item" onClick={load}>
          <strong>{template.name}</strong>
          <small className="numeral">
            {[
              sayApp(`map_${spec.map}`),
              spec.paper,
              say(`edition_${spec.edition}`),
              level === null ? say('template_for_all') : say(`level_${level}`),
            ].join(' · ')}
          </small>
        </button>
      ) : (
        <form
          className="template-rename"
          onSubmit={(event) => {
            event.preventDefault();
            patch.mutate({ id, patch: { name: name.trim(), ifVersion: version } }, { onSuccess: () => setName(null) });
          }}
        >
          <input
            aria-label={say('template_name')}
            value={name}
            maxLength={60}
            onChange={(e) => setName(e.target.value)}
          />
          <button type="submit" className="plain-button" disabled={name.trim() === ''}>
            {say('rename')}
          </button>
        </form>
      )}
      <span className="template-buttons">
        <button type="button" className="text-button" onClick={() => setName(name === null ? template.name : null)}>
          {name === null ? say('rename') : say('cancel')}
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => patch.mutate({ id, patch: { spec: wishToTemplate(wish, spec.map), ifVersion: version } })}
        >
          {say('template_update')}
        </button>
        <IconButton
          icon="remove"
          label={say('template_delete', { name: template.name })}
          onPress={() => remove.mutate({ id, version })}
        />
      </span>
      {failure ? <p role="alert">{describeError(failure, language)}</p> : null}
    </li>
  );
}
