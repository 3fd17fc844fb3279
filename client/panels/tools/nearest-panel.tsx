import { flyTo, setWayTo } from '#client/state/map-store.ts';
import { formatPlace, type NearestTool } from '#client/state/tool.ts';
import { writeKm, writeMinutes } from '#client/state/trip-words.ts';
import { useNearest } from '#client/state/use-roads.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { NearestAnswer } from '#core/api/network.ts';
import { bboxOfPositions } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { BasisPanel } from './basis-panel.tsx';
import { PlaceGivenPanel } from './place-given-panel.tsx';

type NearestOfKind = NearestAnswer['items'][number]['nearest'][number];

/** The nearest place of each kind, by car and on foot; the way to the one that is pointed at is drawn. */
export function NearestPanel({ tool }: { readonly tool: NearestTool }) {
  const say = useTopic('tools');
  const drive = useNearest(tool.place, 'drive');
  const walk = useNearest(tool.place, 'walk').data?.items[0]?.nearest;
  if (tool.place === null) return <PlaceGivenPanel hint={say('hint_place')} />;
  return (
    <AnswerPanel answer={drive} lines={9}>
      {(data) => (
        <>
          <p className="tool-place">{data.items[0]?.from.name}</p>
          <table className="rows nearest" onPointerLeave={() => setWayTo(null)}>
            <thead>
              <tr>
                {(['kind', 'along_roads', 'drive', 'walk'] as const).map((head) => (
                  <th key={head} scope="col">
                    {say(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(data.items[0]?.nearest ?? []).map((item) => (
                <NearestRow
                  key={item.kind}
                  item={item}
                  from={data.items[0]?.from.position}
                  onFoot={walk?.find(({ kind }) => kind === item.kind)}
                />
              ))}
            </tbody>
          </table>
          <p className="tool-note">{say('nearest_note')}</p>
          <BasisPanel basis={data} />
        </>
      )}
    </AnswerPanel>
  );
}

/** A road has no name of its own; of all else there is none, or none that can be reached. */
function NoPlace({ item }: { readonly item: NearestOfKind }) {
  const say = useTopic('tools');
  if (item.trip !== null && item.trip.km !== null) return null;
  return <span className="is-missing">{item.trip?.reasonText ?? say('nearest_none')}</span>;
}

interface NearestRowProps {
  readonly item: NearestOfKind;
  readonly onFoot: NearestOfKind | undefined;
  readonly from: LonLat | undefined;
}

function NearestRow({ item, onFoot, from }: NearestRowProps) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const { place, trip } = item;
  const point = (): void => setWayTo(place && { place: formatPlace(place.position), mode: 'drive' });
  const show = (): void => {
    point();
    if (place && from) flyTo(bboxOfPositions([from, place.position]));
  };
  const other = onFoot?.place && onFoot.place.code !== place?.code ? onFoot.place : null;
  return (
    <tr onPointerEnter={point}>
      <td>
        <small>{item.kindName}</small>
        {place ? (
          <button type="button" className="row-name" onFocus={point} onClick={show}>
            {place.name}
          </button>
        ) : (
          <NoPlace item={item} />
        )}
        {other ? <small>{say('nearest_walk_other', { place: other.name })}</small> : null}
      </td>
      <td className="numeral">{writeKm(trip?.km ?? null, language)}</td>
      <td className="numeral">{writeMinutes(trip?.minutes ?? null, language)}</td>
      <td className="numeral">{writeMinutes(onFoot?.trip?.minutes ?? null, language)}</td>
    </tr>
  );
}
