import { useMapStore } from '#client/state/map-store.ts';
import { describeThing } from '#client/state/thing-words.ts';
import { createTool, type Tool } from '#client/state/tool.ts';
import { openTool } from '#client/state/tool-store.ts';
import { useLateTasks } from '#client/state/use-tasks.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import type { ThingRef } from '#client/state/view.ts';
import { closeDetails, openArea, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { EmptyState } from '#client/ui/states.tsx';

const VILLAGE_DIGITS = 12;

/** The card of a thing that was clicked on the map. */
export function ThingPanel({ thing }: { readonly thing: ThingRef }) {
  const say = useText();
  const language = useView((view) => view.language);
  const area = useView((view) => view.area);
  const facts = useMapStore((store) => store.thingFacts);
  const task = useLateTasks().data?.items.find((other) => thing.layer === 'tasks' && other.code === thing.code);
  const known = task ?? (facts?.code === thing.code ? facts : null);
  const words = describeThing(thing.layer, known ?? { code: thing.code }, language);
  const village = readVillage(thing, known);
  return (
    <section className="section thing" aria-label={say('details')}>
      <div className="thing-head">
        <div>
          <p className="thing-kind">{words.kind}</p>
          <h2>{words.title}</h2>
        </div>
        <IconButton icon="close" label={say('close')} onPress={closeDetails} />
      </div>
      {known ? null : <EmptyState>{say('thing_missing')}</EmptyState>}
      <dl className="facts">
        {words.facts.map((fact) => (
          <div key={fact.label} className="fact">
            <dt>{fact.label}</dt>
            <dd className="numeral">{fact.value}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>{say('fact_code')}</dt>
          <dd className="numeral">{thing.code}</dd>
        </div>
      </dl>
      <RoadLinks thing={thing} />
      {village && village !== area ? (
        <button type="button" className="text-button" onClick={() => openArea(village)}>
          {say('open_area', { name: village })}
        </button>
      ) : null}
    </section>
  );
}

/** Layers whose things are places that the roads can be asked of by code. */
const PLACES = new Set(['settlements', 'sites', 'services']);

/** From the card of a place to what is nearest to it and what is within its reach; from that of a gap to the list of gaps. */
function RoadLinks({ thing }: { readonly thing: ThingRef }) {
  const say = useTopic('tools');
  if (thing.layer === 'gaps') {
    return (
      <button type="button" className="text-button" onClick={() => openTool(createTool('gaps'))}>
        <Icon name="gaps" /> {say('open_gaps')}
      </button>
    );
  }
  if (!PLACES.has(thing.layer)) return null;
  const open = (kind: 'nearest' | 'reach'): void => openTool({ ...createTool(kind), place: thing.code } as Tool);
  return (
    <p className="thing-links">
      <button type="button" className="text-button" onClick={() => open('nearest')}>
        <Icon name="nearest" /> {say('nearest_from')}
      </button>
      <button type="button" className="text-button" onClick={() => open('reach')}>
        <Icon name="reach" /> {say('reach_from')}
      </button>
    </p>
  );
}

/** The village a thing lies in, where its data or its code says so. */
function readVillage(thing: ThingRef, facts: Readonly<Record<string, unknown>> | null): string | null {
  if (typeof facts?.villageCode === 'string') return facts.villageCode;
  if (thing.layer !== 'settlements') return null;
  return thing.code.length > VILLAGE_DIGITS ? thing.code.slice(0, VILLAGE_DIGITS) : null;
}
