import type { Map as MapLibre } from 'maplibre-gl';
import { useId } from 'react';
import { useText } from '#client/state/use-text.ts';
import { openFigure } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { LegendEntry, LegendGroup, MapDefinition } from '#core/cartography/map-definition.ts';
import { INDICATOR_CODES, type IndicatorCode } from '#core/indicators/figure.ts';
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

/** The indicator that a heading names, such as `R2` in its brackets. */
const findIndicator = (title: string): IndicatorCode | undefined =>
  INDICATOR_CODES.find((code) => new RegExp(`\\b${code}\\b`).test(title));

/** A heading that names an indicator leads to where its counts come from. */
function TitleLink({ code, title }: { readonly code: IndicatorCode; readonly title: string }) {
  const say = useText();
  return (
    <button type="button" title={say('figure_open', { name: code })} onClick={() => openFigure(code)}>
      {title}
    </button>
  );
}

function LegendGroupLines({ group, definition }: LegendGroupLinesProps) {
  const code = findIndicator(group.title);
  return (
    <div className="legend-group">
      <h3>{code ? <TitleLink code={code} title={group.title} /> : group.title}</h3>
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
