import type { Map as MapLibre } from 'maplibre-gl';
import { useId } from 'react';
import { useText } from '#client/state/use-text.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { LegendEntry, LegendGroup, MapDefinition } from '#core/cartography/map-definition.ts';
import { SwatchControl } from './swatch-control.tsx';
import { useOccurring } from './use-occurring.ts';

/** Width of the open legend with its margin, in pixels of the canvas; `styles/map.css` gives it the same. */
export const LEGEND_PIXELS = 220;

interface LegendControlProps {
  readonly map: MapLibre;
  readonly definition: MapDefinition;
  readonly open: boolean;
  readonly onFold: (open: boolean) => void;
}

/** The legend of what is on this map, drawn from the map's own expressions; it folds. */
export function LegendControl({ map, definition, open, onFold }: LegendControlProps) {
  const say = useText();
  const id = useId();
  const occurs = useOccurring(map, definition);
  const groups = definition.legend
    .map((group) => ({ ...group, entries: group.entries.filter(occurs) }))
    .filter((group) => group.entries.length > 0);
  return (
    <section className="legend" data-open={open} aria-label={say('legend')}>
      <button
        type="button"
        className="legend-head"
        aria-expanded={open}
        aria-controls={id}
        title={say(open ? 'legend_fold' : 'legend_unfold')}
        onClick={() => onFold(!open)}
      >
        {say('legend')} <Icon name={open ? 'down' : 'up'} />
      </button>
      {open ? (
        <div id={id} className="legend-body">
          {groups.map((group) => (
            <LegendGroupLines key={group.title} group={group} definition={definition} />
          ))}
          {definition.notes.map((note) => (
            <p key={note} className="legend-note">
              {note}
            </p>
          ))}
        </div>
      ) : null}
    </section>
  );
}

interface LegendGroupLinesProps {
  readonly group: LegendGroup;
  readonly definition: MapDefinition;
}

function LegendGroupLines({ group, definition }: LegendGroupLinesProps) {
  return (
    <div className="legend-group">
      <h3>{group.title}</h3>
      <ul>
        {group.entries.map((entry: LegendEntry) => (
          <li key={entry.id}>
            <SwatchControl entry={entry} images={definition.images} />
            <span>{entry.label}</span>
          </li>
        ))}
      </ul>
      {group.note ? <p>{group.note}</p> : null}
    </div>
  );
}
