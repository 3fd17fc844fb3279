import { useState } from 'react';
import { createTilesRequest } from '#client/state/sheet-batch.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useBatchJob } from '#client/state/use-sheet-batch.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useUnitName } from '#client/state/use-unit-name.ts';
import { useView } from '#client/state/view-store.ts';
import { Pick } from '#client/ui/pick.tsx';
import { ATLAS_PAPERS, type AtlasPaper } from '#core/cartography/atlas/atlas-spec.ts';
import { namePaper } from '#core/cartography/sheet/advice/describe-advice.ts';
import { fillTitleOf } from '#core/cartography/sheet/own-title.ts';
import { JobPanel } from './job-panel.tsx';

/** The chosen sheet on pages of an office printer, with cut marks and how they are put together. */
export function TilesPanel() {
  const say = useTopic('sheetRoom');
  const asOf = useView((view) => view.asOf);
  const area = useView((view) => view.area) ?? '';
  const map = useView((view) => view.map);
  const language = useView((view) => view.language);
  const title = useMapDefinition().data?.title ?? '';
  const { wish } = useSheetWish();
  const own = wish.options.title;
  const unit = useUnitName();
  const [tile, setTile] = useState<AtlasPaper>('A3');
  const followed = useBatchJob('tiles');
  const start = (): void => void followed.start(createTilesRequest({ wish, asOf, language }, { area, map, tile }));
  return (
    <div className="batch-form">
      <p className="numeral">
        {say('tiles_what', {
          title: own === null ? title : fillTitleOf(own, { unit, map, language }),
          paper: namePaper(wish.paper, language),
          orientation: say(wish.orientation),
        })}
      </p>
      <Pick
        label={say('tiles_tile')}
        value={tile}
        options={ATLAS_PAPERS.map((value) => ({ value, label: value }))}
        onPick={setTile}
      />
      <JobPanel followed={followed} label={say('tiles_start')} obstacle={null} onStart={start} />
    </div>
  );
}
