import { describeError } from '#client/state/error-words.ts';
import type { Legs } from '#client/state/measured-legs.ts';
import { type MeasureTool, MOST_POINTS } from '#client/state/tool.ts';
import { changeTool } from '#client/state/tool-store.ts';
import { writeKm, writeMinutes } from '#client/state/trip-words.ts';
import { useLegs } from '#client/state/use-roads.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { formatNumber } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { BasisPanel } from './basis-panel.tsx';
import { PlaceGivenPanel } from './place-given-panel.tsx';
import { TravelPanel } from './travel-panel.tsx';

/** Straight and along roads between clicked points, leg by leg and in total. */
export function MeasurePanel({ tool }: { readonly tool: MeasureTool }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const legs = useLegs(tool);
  const full = tool.points.length >= MOST_POINTS;
  const basis = legs.legs.find(({ answer }) => answer)?.answer;
  return (
    <>
      {legs.legs.length > 0 ? <Totals legs={legs} /> : null}
      <div className="tool-buttons">
        <IconButton
          icon="undo"
          label={say('undo')}
          word={say('undo')}
          disabled={tool.points.length === 0}
          onPress={() => changeTool('measure', { points: tool.points.slice(0, -1) })}
        />
        <IconButton
          icon="close"
          label={say('clear')}
          word={say('clear')}
          disabled={tool.points.length === 0}
          onPress={() => changeTool('measure', { points: [] })}
        />
      </div>
      <PlaceGivenPanel hint={full ? say('points_full', { n: MOST_POINTS }) : say('hint_measure')} disabled={full} />
      <TravelPanel mode={tool.mode} onPick={(mode) => changeTool('measure', { mode })} />
      <Pick
        label={say('way')}
        value={tool.by}
        options={[
          { value: 'minutes', label: say('way_minutes') },
          { value: 'meters', label: say('way_meters') },
        ]}
        onPick={(by) => changeTool('measure', { by })}
      />
      {legs.legs.length > 0 ? <LegTable legs={legs} /> : null}
      {basis ? (
        <>
          {legs.drawn.km === null ? null : (
            <p className="tool-note numeral">
              {say('drawn_way', {
                way: say(`way_${tool.by}`),
                km: writeKm(legs.drawn.km, language),
                minutes: writeMinutes(legs.drawn.minutes, language),
              })}
            </p>
          )}
          <p className="tool-note">{say('measure_note')}</p>
          <BasisPanel basis={basis} />
        </>
      ) : null}
    </>
  );
}

function Totals({ legs }: { readonly legs: Legs }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const totals: readonly (readonly [string, string])[] = [
    [say('straight'), writeKm(legs.straightKm, language)],
    [say('along_roads'), writeKm(legs.km, language)],
    [say('time'), writeMinutes(legs.minutes, language)],
  ];
  return (
    <dl className="tool-totals" aria-live="polite" aria-label={say('total')}>
      {totals.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numeral">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const HEADS = [
  ['leg', null],
  ['straight', 'unit_km'],
  ['along_roads', 'unit_km'],
  ['time', 'unit_minutes'],
] as const;

function LegTable({ legs }: { readonly legs: Legs }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  return (
    <table className="rows">
      <thead>
        <tr>
          {HEADS.map(([head, unit]) => (
            <th key={head} scope="col">
              {say(head)}
              {unit ? <small>{text(language, 'figures', unit)}</small> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {legs.legs.map((leg, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a leg is its place in the line
          <LegRow key={index} leg={leg} number={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

function LegRow({ leg, number }: { readonly leg: Legs['legs'][number]; readonly number: number }) {
  const say = useTopic('tools');
  const app = useText();
  const language = useView((view) => view.language);
  const trip = leg.answer?.items[0];
  const remark = leg.error
    ? describeError(leg.error, language)
    : (trip?.reasonText ?? (trip?.offRoadKm ? say('off_road', { km: writeKm(trip.offRoadKm, language) }) : ''));
  return (
    <tr>
      <td className="numeral">
        {say('leg_from_to', { from: number, to: number + 1 })}
        <small>{leg.answer || leg.error ? remark : app('loading')}</small>
      </td>
      <td className="numeral">{writeBare(trip?.straightKm, 2, language)}</td>
      <td className="numeral">{writeBare(trip?.km, 2, language)}</td>
      <td className="numeral">{writeBare(trip?.minutes, 1, language)}</td>
    </tr>
  );
}

/** A number whose unit stands in the head. */
const writeBare = (amount: number | null | undefined, decimals: number, language: Language): string =>
  amount === null || amount === undefined ? text(language, 'figures', 'no_value') : formatNumber(amount, decimals);
