import { type FormEvent, useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { useArea } from '#client/state/use-area.ts';
import { useCreateWall, usePatchWall } from '#client/state/use-sheet-walls.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { WALL_KINDS, type WallAnswer, type WallKind } from '#core/api/sheet-register.ts';

/** Kind of the wall where a level's sheets usually hang. */
const KIND_OF_LEVEL: Readonly<Record<string, WallKind>> = {
  county: 'headquarters',
  town: 'town_room',
  village: 'village_office',
};

/** A new wall in the open area, or other words for one. */
export function WallFormPanel({ wall, onDone }: { readonly wall: WallAnswer | null; readonly onDone: () => void }) {
  const say = useTopic('sheetRoom');
  const sayRegister = useTopic('sheetRegister');
  const language = useView((view) => view.language);
  const area = useArea().data?.area;
  const create = useCreateWall();
  const patch = usePatchWall();
  const [draft, setDraft] = useState({
    name: wall?.name ?? '',
    note: wall?.note ?? '',
    kind: wall?.kind ?? KIND_OF_LEVEL[area?.level ?? ''] ?? 'headquarters',
  });
  const areaName = wall?.areaName ?? (language === 'zh' ? area?.name : area?.nameEn) ?? '';
  const failure = create.error ?? patch.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = { ...draft, name: draft.name.trim(), note: draft.note.trim() };
    const then = { onSuccess: onDone };
    if (wall) patch.mutate({ id: wall.id, patch: { ...words, ifVersion: wall.version } }, then);
    else create.mutate({ ...words, area: area?.code ?? '' }, then);
  };
  return (
    <form className="wall-form" onSubmit={submit}>
      <label className="field">
        <span>{say('wall_name')}</span>
        <input
          value={draft.name}
          maxLength={60}
          placeholder={say('wall_name_example', { area: areaName })}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </label>
      <LabelledSelect
        label={say('wall_kind')}
        value={draft.kind}
        options={WALL_KINDS.map((value) => ({ value, label: sayRegister(`wall_${value}`) }))}
        onPick={(kind) => setDraft({ ...draft, kind })}
      />
      <label className="field">
        <span>{say('wall_note')}</span>
        <input
          value={draft.note}
          maxLength={500}
          onChange={(event) => setDraft({ ...draft, note: event.target.value })}
        />
      </label>
      <p className="room-note">
        {say(draft.kind === 'public_board' ? 'wall_public_note' : 'wall_area', { area: areaName })}
      </p>
      <p className="room-actions">
        <button type="submit" className="plain-button is-main" disabled={draft.name.trim() === ''}>
          {say('wall_save')}
        </button>
        <button type="button" className="plain-button" onClick={onDone}>
          {say('cancel')}
        </button>
      </p>
      {failure ? <p role="alert">{describeError(failure, language)}</p> : null}
    </form>
  );
}
