import { useId, useState } from 'react';
import { useTopic } from '#client/state/use-text.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import { LegendSlotControl } from './legend-slot-control.tsx';

/** On narrower screens the legend begins folded. */
const DESK_PIXELS = 800;

/** What the plan's own marks mean; it folds. The legend of the map below them stands apart. */
export function PlanLegendControl({ paletteName }: { readonly paletteName: PaletteName }) {
  const say = useTopic('plans');
  const id = useId();
  const [open, setOpen] = useState(() => globalThis.innerWidth >= DESK_PIXELS);
  const palette = PALETTES[paletteName];
  const dot = (fill: string, stroke: string, radius = 6) => (
    <circle cx="8" cy="8" r={radius} fill={fill} stroke={stroke} strokeWidth="1.5" />
  );
  const line = (color: string, dash?: string) => (
    <path d="M0 8h16" stroke={color} strokeWidth="3" strokeDasharray={dash} fill="none" />
  );
  const marks = [
    ['legend_site', dot(palette.ink, palette.halo)],
    ['legend_planned', dot(palette.seal, palette.halo)],
    ['legend_closed', dot(palette.lightGrey, palette.halo)],
    ['legend_settlement', dot(palette.flow3, palette.flow1, 4)],
    ['legend_flow', line(palette.flow2)],
    ['legend_harden', line(palette.categorySecurity)],
    ['legend_built', line(palette.seal, '4 2')],
    ['legend_near', line(palette.lightGreen, '4 3')],
  ] as const;
  return (
    <LegendSlotControl>
      <section className="plan-legend" data-open={open} aria-label={say('legend')}>
        <button
          type="button"
          className="legend-head"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen((before) => !before)}
        >
          {say('legend')} <Icon name={open ? 'up' : 'down'} />
        </button>
        {open ? (
          <ul id={id}>
            {marks.map(([key, mark]) => (
              <li key={key}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  {mark}
                </svg>
                {say(key)}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
    </LegendSlotControl>
  );
}
