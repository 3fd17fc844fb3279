import { useState } from 'react';
import { flyTo, setSpotlight } from '#client/state/map-store.ts';
import { DIRECTIONS, type ReachTool } from '#client/state/tool.ts';
import { changeTool } from '#client/state/tool-store.ts';
import { writeKm, writeLimit, writeMinutes } from '#client/state/trip-words.ts';
import { useReach } from '#client/state/use-roads.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Pick } from '#client/ui/pick.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { ReachAnswer } from '#core/api/network.ts';
import { formatNumber, writeAmount } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { BasisPanel } from './basis-panel.tsx';
import { PlaceGivenPanel } from './place-given-panel.tsx';
import { TravelPanel } from './travel-panel.tsx';

const FIRST_SETTLEMENTS = 20;
const NEXT_SETTLEMENTS = 100;

/** What is within reach of a place: bands with figures, then the settlements by distance. */
export function ReachPanel({ tool }: { readonly tool: ReachTool }) {
  const say = useTopic('tools');
  const answer = useReach(tool);
  return (
    <>
      {tool.place === null ? (
        <PlaceGivenPanel hint={say('hint_place')} />
      ) : (
        <AnswerPanel answer={answer} lines={4}>
          {(data) => <Bands answer={data} />}
        </AnswerPanel>
      )}
      <TravelPanel mode={tool.mode} onPick={(mode) => changeTool('reach', { mode })} />
      <Pick
        label={say('by')}
        value={tool.by}
        options={[
          { value: 'minutes', label: say('by_minutes') },
          { value: 'meters', label: say('by_meters') },
        ]}
        onPick={(by) => changeTool('reach', { by })}
      />
      <Pick
        label={say('direction')}
        value={tool.direction}
        options={DIRECTIONS.map((value) => ({ value, label: say(`direction_${value}`) }))}
        onPick={(direction) => changeTool('reach', { direction })}
      />
      {tool.place !== null && answer.data ? <Reached answer={answer.data} /> : null}
    </>
  );
}

function Bands({ answer }: { readonly answer: ReachAnswer }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const place = answer.from[0];
  return (
    <>
      <p className="tool-place">{place?.name}</p>
      <table className="rows bands">
        <thead>
          <tr>
            {(['within', 'settlements', 'households', 'people', 'share_of_people'] as const).map((head) => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.items.map((item, rank) => (
            <tr key={item.limit}>
              <td className="numeral">
                <span className="band-swatch" data-rank={rank} aria-hidden="true" />
                {writeLimit(item.limit, answer.by, language)}
              </td>
              <td className="numeral">{formatNumber(item.settlements, 0)}</td>
              <td className="numeral">{writeCount(item.households)}</td>
              <td className="numeral">{writeCount(item.people)}</td>
              <td className="numeral">{writeShare(item.people, answer.all.people, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tool-note numeral">{say('reach_note', { people: writeCount(answer.all.people) })}</p>
      <BasisPanel basis={answer} />
    </>
  );
}

/** A count, or a dash where it is not known. */
const writeCount = (count: number | null): string => (count === null ? '—' : formatNumber(count, 0));

function writeShare(part: number | null, all: number | null, language: 'zh' | 'en'): string {
  const { value, unit } = writeAmount(part === null || all === null || all === 0 ? null : part / all, 'ratio', {
    language,
  });
  return `${value}${unit}`;
}

function Reached({ answer }: { readonly answer: ReachAnswer }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const [count, setCount] = useState(FIRST_SETTLEMENTS);
  const write = answer.by === 'minutes' ? writeMinutes : writeKm;
  return (
    <>
      <h3 className="tool-subhead">
        {say('reach_list')} <small className="numeral">{formatNumber(answer.settlements.length, 0)}</small>
      </h3>
      {answer.settlements.length === 0 ? <EmptyState>{say('reach_none')}</EmptyState> : null}
      <ol className="tool-list">
        {answer.settlements.slice(0, count).map(({ code, name, areaName, position, cost }) => (
          <li key={code}>
            <button
              type="button"
              onPointerEnter={() => setSpotlight({ code, position })}
              onPointerLeave={() => setSpotlight(null)}
              onFocus={() => setSpotlight({ code, position })}
              onBlur={() => setSpotlight(null)}
              onClick={() => flyTo([...position, ...position])}
            >
              <span>
                {name} <small>{areaName}</small>
              </span>
              <span className="numeral">{write(cost, language)}</span>
            </button>
          </li>
        ))}
      </ol>
      {answer.settlements.length > count ? (
        <button type="button" className="text-button" onClick={() => setCount(count + NEXT_SETTLEMENTS)}>
          {say('more')}
        </button>
      ) : null}
    </>
  );
}
