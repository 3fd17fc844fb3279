import { useState } from 'react';
import { createBatchRequest } from '#client/state/sheet-batch.ts';
import { useArea } from '#client/state/use-area.ts';
import { useBatchJob, useListBelow } from '#client/state/use-sheet-batch.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { Pick } from '#client/ui/pick.tsx';
import type { AreaDetail } from '#core/api/areas.ts';
import { SHEET_FORMATS, type SheetFormat } from '#core/api/sheet-files.ts';
import { namePaper } from '#core/cartography/sheet/advice/describe-advice.ts';
import { PAPER_NAMES } from '#core/cartography/sheet/paper.ts';
import type { MapKind } from '#core/county/kinds.ts';
import { JobPanel } from './job-panel.tsx';
import { MapsField } from './maps-field.tsx';

/** Resolution of pictures in a batch. */
const DOTS_PER_INCH = 150;

/** Sheets of many areas: ticked areas times maps. */
export function BatchSheetsPanel() {
  const detail = useArea().data;
  return detail ? <BatchForm key={detail.area.code} detail={detail} /> : null;
}

function BatchForm({ detail }: { readonly detail: AreaDetail }) {
  const say = useTopic('sheetRoom');
  const asOf = useView((view) => view.asOf);
  const language = useView((view) => view.language);
  const map = useView((view) => view.map);
  const { wish } = useSheetWish();
  const [areas, setAreas] = useState<readonly string[]>(detail.children.map(({ code }) => code));
  const [hasBelow, setHasBelow] = useState(false);
  const [maps, setMaps] = useState<MapKind[]>([map]);
  const [format, setFormat] = useState<SheetFormat>('pdf');
  const [paper, setPaper] = useState<string>('A3');
  const [remember, setRemember] = useState(false);
  const followed = useBatchJob('sheets');
  const listBelow = useListBelow();
  const obstacle = areas.length === 0 ? say('batch_no_area') : maps.length === 0 ? say('batch_no_map') : null;
  const start = async (): Promise<void> => {
    const below = hasBelow ? await listBelow(areas.filter((code) => code !== detail.area.code)) : [];
    const of = { areas: [...areas, ...below], maps, format, dpi: DOTS_PER_INCH, paper, remember };
    await followed.start(createBatchRequest({ wish, asOf, language }, of));
  };
  return (
    <div className="batch-form">
      <AreasField detail={detail} areas={areas} onChange={setAreas} />
      {detail.area.level === 'county' ? (
        <LabelledCheck label={say('batch_below')} isOn={hasBelow} onTurn={setHasBelow} />
      ) : null}
      <MapsField maps={maps} onChange={setMaps} />
      <LabelledSelect
        label={say('paper')}
        value={paper}
        options={PAPER_NAMES.map((value) => ({ value: value as string, label: namePaper(value, language) }))}
        onPick={setPaper}
      />
      <Pick
        label={say('format')}
        value={format}
        options={SHEET_FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
        onPick={setFormat}
      />
      <LabelledCheck label={say('remember')} isOn={remember} onTurn={setRemember} />
      <p className="numeral room-note">
        {say(hasBelow ? 'batch_count_below' : 'batch_count', {
          areas: areas.length,
          maps: maps.length,
          sheets: areas.length * maps.length,
        })}
      </p>
      <JobPanel followed={followed} label={say('batch_start')} obstacle={obstacle} onStart={() => void start()} />
    </div>
  );
}

interface AreasFieldProps {
  readonly detail: AreaDetail;
  readonly areas: readonly string[];
  readonly onChange: (areas: readonly string[]) => void;
}

/** The open area and what lies directly in it. */
function AreasField({ detail, areas, onChange }: AreasFieldProps) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const all = [detail.area, ...detail.children];
  const below = detail.children.map(({ code }) => code);
  return (
    <fieldset className="ticks">
      <legend>{say('batch_areas')}</legend>
      <p className="room-actions">
        <button type="button" className="text-button" onClick={() => onChange(below)}>
          {say('batch_all', { count: below.length })}
        </button>
        <button type="button" className="text-button" onClick={() => onChange([])}>
          {say('batch_none')}
        </button>
      </p>
      <div className="area-ticks">
        {all.map((area) => (
          <LabelledCheck
            key={area.code}
            label={language === 'zh' ? area.name : area.nameEn}
            isOn={areas.includes(area.code)}
            onTurn={(isOn) => onChange(isOn ? [...areas, area.code] : areas.filter((code) => code !== area.code))}
          />
        ))}
      </div>
    </fieldset>
  );
}
