import { useEffect, useRef, useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { useMapStore } from '#client/state/map-store.ts';
import {
  createSpeedDraft,
  OTHER_FIELDS,
  PAVED_FIELDS,
  readSpeedDraft,
  type SpeedDraft,
  type SpeedField,
} from '#client/state/speed-fields.ts';
import { useSaveSettings, useSettings } from '#client/state/use-settings.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { SettingsAnswer } from '#core/api/network.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';

type Speeds = SettingsAnswer['speeds'];

/** The speed table with its source; an edited one becomes the next version. */
export function SpeedsPanel() {
  const say = useTopic('tools');
  const settings = useSettings();
  const save = useSaveSettings();
  const [draft, setDraft] = useState<SpeedDraft | null>(null);
  // The revision whose table is being edited.
  const [revision, setRevision] = useState(0);
  const section = useRef<HTMLElement>(null);
  const wanted = useMapStore((store) => store.speedsWanted);
  const loaded = settings.data !== undefined;
  useEffect(() => {
    if (!wanted || !loaded) return;
    section.current?.scrollIntoView({ block: 'start' });
    useMapStore.setState({ speedsWanted: false });
  }, [wanted, loaded]);
  return (
    <section ref={section} aria-label={say('speeds')} className="speeds">
      <h2>{say('speeds')}</h2>
      <AnswerPanel answer={settings} lines={6}>
        {({ speeds, revision: newest }) => (
          <>
            <p className="tool-note numeral">
              <em className="mark">{say('speeds_version', { version: speeds.version })}</em> {say('speeds_note')}
            </p>
            {draft === null ? (
              <SpeedTable
                speeds={speeds}
                onEdit={() => {
                  save.reset();
                  setRevision(newest);
                  setDraft(createSpeedDraft(speeds));
                }}
              />
            ) : (
              <SpeedEditor draft={draft} revision={revision} onDraft={setDraft} save={save} />
            )}
            {draft === null && save.data ? (
              <p role="status">
                {say('speeds_saved', { version: save.data.speeds.version, revision: save.data.revision })}
              </p>
            ) : null}
          </>
        )}
      </AnswerPanel>
    </section>
  );
}

function SpeedTable({ speeds, onEdit }: { readonly speeds: Speeds; readonly onEdit: () => void }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const list = (fields: readonly SpeedField[]) => (
    <dl className="speed-list">
      {fields.map((one) => (
        <div key={one.name}>
          <dt>{one.label(language)}</dt>
          <dd className="numeral">{one.read(speeds)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      <h3>{say('speed_paved')}</h3>
      {list(PAVED_FIELDS)}
      {list(OTHER_FIELDS)}
      <p className="numeral">
        {say('speed_walking_formula', {
          kmh: speeds.walkingKmh,
          steepness: speeds.walkingSteepness,
          offset: speeds.walkingOffset,
        })}
      </p>
      <p>
        {say('speed_source')} <span className="speed-source">{speeds.source}</span>
      </p>
      <button type="button" className="plain-button" onClick={onEdit}>
        {say('speeds_edit')}
      </button>
    </>
  );
}

interface SpeedEditorProps {
  readonly draft: SpeedDraft;
  readonly revision: number;
  readonly onDraft: (draft: SpeedDraft | null) => void;
  readonly save: ReturnType<typeof useSaveSettings>;
}

function SpeedEditor({ draft, revision, onDraft, save }: SpeedEditorProps) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const result = readSpeedDraft(draft, language);
  const submit = (): void => {
    if (!('speeds' in result)) return;
    save.mutate({ patch: { speeds: result.speeds }, ifRevision: revision }, { onSuccess: () => onDraft(null) });
  };
  const list = (fields: readonly SpeedField[]) => (
    <div className="speed-list">
      {fields.map((one) => (
        <SpeedInput key={one.name} field={one} draft={draft} onDraft={onDraft} />
      ))}
    </div>
  );
  return (
    <form
      className="speed-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{say('speed_paved')}</h3>
      {list(PAVED_FIELDS)}
      {list(OTHER_FIELDS)}
      <label className="speed-input is-wide">
        {say('speed_source')}
        <input
          value={draft.source ?? ''}
          maxLength={200}
          onChange={(event) => onDraft({ ...draft, source: event.target.value })}
        />
      </label>
      <p className="tool-note">{say('speeds_effect')}</p>
      {'fault' in result ? <p role="alert">{result.fault}</p> : null}
      {save.error ? <p role="alert">{describeError(save.error, language)}</p> : null}
      <p className="tool-actions">
        <button type="submit" className="plain-button is-main" disabled={'fault' in result || save.isPending}>
          {say('speeds_save')}
        </button>
        <button type="button" className="plain-button" onClick={() => onDraft(null)}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}

interface SpeedInputProps extends Pick<SpeedEditorProps, 'draft' | 'onDraft'> {
  readonly field: SpeedField;
}

function SpeedInput({ field, draft, onDraft }: SpeedInputProps) {
  const language = useView((view) => view.language);
  return (
    <label className="speed-input">
      {field.label(language)}
      <input
        type="number"
        className="numeral"
        inputMode="decimal"
        value={draft[field.name] ?? ''}
        min={field.minimum}
        max={field.maximum}
        step={field.step}
        onChange={(event) => onDraft({ ...draft, [field.name]: event.target.value })}
      />
    </label>
  );
}
