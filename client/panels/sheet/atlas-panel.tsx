import { useState } from 'react';
import { createAtlasRequest } from '#client/state/sheet-batch.ts';
import { useArea } from '#client/state/use-area.ts';
import { useBatchJob } from '#client/state/use-sheet-batch.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ATLAS_PAPERS, type AtlasPaper, BOOK_PAPERS, type BookPaper } from '#core/cartography/atlas/atlas-spec.ts';
import { AREA_LEVELS, type AreaLevel, MAP_KINDS, type MapKind } from '#core/county/kinds.ts';
import { JobPanel } from './job-panel.tsx';
import { MapsField } from './maps-field.tsx';

/** A book of the open area: maps by level, and the papers that go with them. */
export function AtlasPanel() {
  const say = useTopic('sheetRoom');
  const sayAtlas = useTopic('atlas');
  const asOf = useView((view) => view.asOf);
  const area = useView((view) => view.area) ?? '';
  const language = useView((view) => view.language);
  const own = useArea().data?.area.level ?? 'county';
  const { wish } = useSheetWish();
  const levels = AREA_LEVELS.slice(AREA_LEVELS.indexOf(own));
  const [wanted, setLevel] = useState<AreaLevel>('town');
  const level = levels.includes(wanted) ? wanted : own;
  const [maps, setMaps] = useState<MapKind[]>([...MAP_KINDS]);
  const [paper, setPaper] = useState<AtlasPaper>('A3');
  const [papers, setPapers] = useState<BookPaper[]>([]);
  const [form, setForm] = useState<'pdf' | 'zip'>('pdf');
  const [remember, setRemember] = useState(false);
  const followed = useBatchJob('atlas');
  const start = (): void =>
    void followed.start(
      createAtlasRequest({ wish, asOf, language }, { area, level, maps, paper, papers, form, remember }),
    );
  return (
    <div className="batch-form">
      <Pick
        label={say('atlas_level')}
        value={level}
        options={levels.map((value) => ({ value, label: say(`atlas_to_${value}`) }))}
        onPick={setLevel}
      />
      <MapsField maps={maps} onChange={setMaps} />
      <fieldset className="ticks">
        <legend>{say('atlas_papers')}</legend>
        {BOOK_PAPERS.map((each) => (
          <LabelledCheck
            key={each}
            label={sayAtlas(`paper_${each}`)}
            isOn={papers.includes(each)}
            onTurn={(isOn) => setPapers(BOOK_PAPERS.filter((one) => (one === each ? isOn : papers.includes(one))))}
          />
        ))}
      </fieldset>
      <Pick
        label={say('paper')}
        value={paper}
        options={ATLAS_PAPERS.map((value) => ({ value, label: value }))}
        onPick={setPaper}
      />
      <Pick
        label={say('atlas_form')}
        value={form}
        options={(['pdf', 'zip'] as const).map((value) => ({ value, label: say(`atlas_${value}`) }))}
        onPick={setForm}
      />
      <LabelledCheck label={say('remember')} isOn={remember} onTurn={setRemember} />
      <JobPanel
        followed={followed}
        label={say('atlas_start')}
        obstacle={maps.length === 0 ? say('batch_no_map') : null}
        onStart={start}
      />
    </div>
  );
}
