import { type FormEvent, useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import {
  useCreateImportTemplate,
  useDeleteImportTemplate,
  useImportTemplates,
} from '#client/state/use-import-templates.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Fold } from '#client/ui/fold.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { applyTemplate, createTemplate, fitsTemplate } from '#core/ledgers/templates.ts';
import type { MappingProps } from './mapping-props.ts';

/** Mappings that were kept: one that fits is laid on the table, the present one is kept for the next ledger of its kind. */
export function TemplatesPanel({ table, mapping, onChange, isFixed }: MappingProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const all = useImportTemplates().data ?? [];
  const remove = useDeleteImportTemplate();
  const templates = all.filter(({ ledger }) => mapping.ledger === null || ledger === mapping.ledger);
  return (
    <section className="import-section" aria-label={say('templates')}>
      <Fold title={say('templates')} note={say('templates_note', { count: templates.length })}>
        <ul className="mapping-templates">
          {templates.map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className="plain-button"
                disabled={isFixed}
                onClick={() => onChange(applyTemplate(template, table.source, mapping))}
              >
                {say('template_apply', { name: template.name })}
              </button>
              <small>{say(fitsTemplate(table.source, template) ? 'template_fits' : 'template_fits_partly')}</small>
              <IconButton
                icon="remove"
                label={say('template_remove', { name: template.name })}
                onPress={() => remove.mutate(template.id)}
              />
            </li>
          ))}
        </ul>
        {mapping.ledger ? <SaveForm table={table} mapping={mapping} /> : null}
        {remove.error ? <p role="alert">{describeError(remove.error, language)}</p> : null}
      </Fold>
    </section>
  );
}

function SaveForm({ table, mapping }: Pick<MappingProps, 'table' | 'mapping'>) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const save = useCreateImportTemplate();
  const [name, setName] = useState('');
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const template = createTemplate(mapping, table.source, { id: '', name: name.trim() });
    if (template === null) return;
    const { id: _id, ...body } = template;
    save.mutate(
      { ...body, headers: { ...body.headers }, constants: { ...body.constants } },
      { onSuccess: () => setName('') },
    );
  };
  return (
    <form className="template-form" onSubmit={handleSubmit}>
      <label className="field">
        <span>{say('template_name')}</span>
        <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="plain-button" disabled={save.isPending || name.trim() === ''}>
        {say('template_save')}
      </button>
      {save.isSuccess ? <p role="status">{say('template_saved')}</p> : null}
      {save.error ? <p role="alert">{describeError(save.error, language)}</p> : null}
    </form>
  );
}
