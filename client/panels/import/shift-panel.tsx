import { describeError } from '#client/state/error-words.ts';
import { findCloseUp, measureShift } from '#client/state/import-shift.ts';
import { formatCount } from '#client/state/import-words.ts';
import { flyTo } from '#client/state/map-store.ts';
import { useImportPositions, usePositionTable } from '#client/state/use-import-map.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { SourceCrs } from '#core/geo/source-crs.ts';

/** How far the points move under the chosen reference system; the map shows them before and after. */
export function ShiftPanel({ crs }: { readonly crs: SourceCrs | null }) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const answer = useImportPositions(usePositionTable());
  if (answer.error) return <p role="alert">{describeError(answer.error, language)}</p>;
  if (!answer.data) return <p role="status">{sayApp('loading')}</p>;
  const shift = measureShift(answer.data);
  if (shift.count === 0) return <p role="alert">{say('shift_none_readable')}</p>;
  if (crs === null || shift.meters === null) return null;
  const key = shift.meters < 0.5 ? 'shift_none' : shift.meters > FAR_METERS ? 'shift_far' : 'shift_by';
  const near = findCloseUp(answer.data);
  return (
    <p className="room-actions">
      <small className="numeral" role="status">
        {say(key, { count: formatCount(shift.count), meters: formatCount(Math.round(shift.meters)) })}
      </small>
      {near ? (
        <button type="button" className="text-button" onClick={() => flyTo(near)}>
          {say('shift_close_up')}
        </button>
      ) : null}
    </p>
  );
}

/** Farther than this it is no shift of a datum: the numbers were metres of a grid. */
const FAR_METERS = 20_000;
