import {
  CRS_CHOICES,
  type CrsChoice,
  type CrsGrid,
  createCrs,
  findCrsChoice,
  findGrid,
  listMeridians,
  setGrid,
  ZONE_WIDTHS,
} from '#client/state/import-crs.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useTopic } from '#client/state/use-text.ts';
import { Fold } from '#client/ui/fold.tsx';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import type { SourceCrs } from '#core/geo/source-crs.ts';

interface CrsFormPanelProps {
  readonly crs: SourceCrs | null;
  readonly isFixed: boolean;
  readonly onPick: (crs: SourceCrs) => void;
}

const OTHER = 'other';

/** The reference system by hand: kind, zone, order of the axes, and how far an old datum may be off. */
export function CrsFormPanel({ crs, isFixed, onPick }: CrsFormPanelProps) {
  const say = useTopic('importRoom');
  const bbox = useMapDefinition().data?.bbox;
  const middle = bbox ? (bbox[0] + bbox[2]) / 2 : 105;
  const grid: CrsGrid = { zoneWidth: 3, centralMeridian: listMeridians(3, middle)[2] ?? 105, zonePrefix: false };
  const choice = findCrsChoice(crs) ?? OTHER;
  const options: readonly { readonly value: CrsChoice | typeof OTHER; readonly label: string }[] = [
    ...(choice === OTHER
      ? [{ value: OTHER, label: crs?.kind === 'proj' ? crs.name : say('crs_unknown') } as const]
      : []),
    ...CRS_CHOICES.map((value) => ({ value, label: say(`crs_${value}`) })),
  ];
  return (
    <Fold title={say('crs_by_hand')} note={say('crs_by_hand_note')} isOpen={crs === null}>
      <div className="import-mapping crs-form">
        <LabelledSelect
          label={say('crs_kind')}
          value={choice}
          options={options}
          disabled={isFixed}
          onPick={(picked) => (picked === OTHER ? undefined : onPick(createCrs(picked, crs, grid)))}
        />
        {crs ? <GridFields crs={crs} fallback={grid} nearLon={middle} isFixed={isFixed} onPick={onPick} /> : null}
        {crs ? (
          <LabelledCheck
            label={say('crs_swapped')}
            isOn={crs.swapped}
            disabled={isFixed}
            onTurn={(swapped) => onPick({ ...crs, swapped })}
          />
        ) : null}
        {crs?.kind === 'old_datum' ? <p role="alert">{say('old_datum_note', { meters: crs.errorMeters })}</p> : null}
      </div>
    </Fold>
  );
}

interface GridFieldsProps extends CrsFormPanelProps {
  readonly crs: SourceCrs;
  readonly fallback: CrsGrid;
  readonly nearLon: number;
}

function GridFields({ crs, fallback, nearLon, isFixed, onPick }: GridFieldsProps) {
  const say = useTopic('importRoom');
  const grid = findGrid(crs);
  const isOld = crs.kind === 'old_datum';
  const put = (next: CrsGrid | null): void => onPick(setGrid(crs, next));
  if (!grid && !isOld) return null;
  const meridians = [
    ...new Set([...(grid ? [grid.centralMeridian] : []), ...listMeridians(grid?.zoneWidth ?? 3, nearLon)]),
  ];
  return (
    <>
      {isOld ? (
        <LabelledCheck
          label={say('crs_is_grid')}
          isOn={grid !== null}
          disabled={isFixed}
          onTurn={(isOn) => put(isOn ? fallback : null)}
        />
      ) : null}
      {grid ? (
        <>
          <LabelledSelect
            label={say('zone_width')}
            value={String(grid.zoneWidth)}
            options={ZONE_WIDTHS.map((width) => ({ value: String(width), label: say('zone_degrees', { width }) }))}
            disabled={isFixed}
            onPick={(width) => {
              const zoneWidth = width === '6' ? 6 : 3;
              put({
                ...grid,
                zoneWidth,
                centralMeridian: listMeridians(zoneWidth, nearLon)[2] ?? grid.centralMeridian,
              });
            }}
          />
          <LabelledSelect
            label={say('central_meridian')}
            value={String(grid.centralMeridian)}
            options={meridians
              .sort((one, other) => one - other)
              .map((meridian) => ({ value: String(meridian), label: `${meridian}°` }))}
            disabled={isFixed}
            onPick={(meridian) => put({ ...grid, centralMeridian: Number(meridian) })}
          />
          <LabelledCheck
            label={say('zone_prefix')}
            isOn={grid.zonePrefix}
            disabled={isFixed}
            onTurn={(zonePrefix) => put({ ...grid, zonePrefix })}
          />
        </>
      ) : null}
    </>
  );
}
