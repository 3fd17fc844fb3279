import type { ReactNode } from 'react';
import { useSuitabilityGrid } from '#client/state/use-suitability.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import { REFUSED_STRIPE_COLOR } from '#core/cartography/suitability-palette.ts';
import { yearStyles } from '../layers/programme-layer.ts';
import { LegendSlotControl } from './legend-slot-control.tsx';

interface LegendMark {
  readonly key: string;
  readonly label: string;
  readonly mark: ReactNode;
}

/** What is drawn by the part of planning that is open. */
type ChoicesLegend =
  | { readonly kind: 'where' }
  | { readonly kind: 'choose'; readonly isAnswered: boolean }
  | { readonly kind: 'roads'; readonly years: readonly number[] };

interface ChoicesLegendControlProps {
  readonly legend: ChoicesLegend;
  readonly paletteName: PaletteName;
}

/** What the marks of suitability, of candidates, or of the road programme mean. */
export function ChoicesLegendControl({ legend, paletteName }: ChoicesLegendControlProps) {
  switch (legend.kind) {
    case 'where':
      return <WhereLegend />;
    case 'choose':
      return <ChooseLegend paletteName={paletteName} isAnswered={legend.isAnswered} />;
    case 'roads':
      return legend.years.length > 0 ? <ProgrammeLegend paletteName={paletteName} years={legend.years} /> : null;
  }
}

/** Classes of the picture, and that it does not replace the assessment. */
function WhereLegend() {
  const say = useTopic('plans');
  const grid = useSuitabilityGrid().data;
  if (!grid) return null;
  const marks = grid.classes.map(
    ({ code, name, color }): LegendMark => ({ key: code, label: name, mark: drawClass(color, code === 'refused') }),
  );
  return <Legend label={say('where_picture')} marks={marks.toReversed()} note={grid.note} />;
}

const drawClass = (color: string, isStriped: boolean): ReactNode => (
  <>
    <rect x="0" y="2" width="16" height="12" fill={color} />
    {isStriped ? <path d="M3 3v10M8 3v10M13 3v10" stroke={REFUSED_STRIPE_COLOR} /> : null}
  </>
);

interface ChooseLegendProps {
  readonly paletteName: PaletteName;
  readonly isAnswered: boolean;
}

/** What the marks of candidates mean, or those of the answer. */
function ChooseLegend({ paletteName, isAnswered }: ChooseLegendProps) {
  const say = useTopic('plans');
  const palette = PALETTES[paletteName];
  const dot = (fill: string, stroke: string, letter = '') => (
    <>
      <circle cx="8" cy="8" r="6.5" fill={fill} stroke={stroke} strokeWidth="1.5" />
      <text x="8" y="12" fontSize="11" textAnchor="middle" fill={letter === '×' ? palette.lightRed : palette.surface}>
        {letter}
      </text>
    </>
  );
  const small = <circle cx="8" cy="8" r="3.5" fill={palette.lightGrey} />;
  const flow = <path d="M0 8h16" stroke={palette.flow2} strokeWidth="3" />;
  const before = [
    ['legend_candidate', dot(palette.ink, palette.halo)],
    ['legend_required', dot(palette.primary, palette.halo, '✓')],
    ['legend_excluded', dot(palette.surface, palette.lightRed, '×')],
    ['legend_drawn', dot(palette.seal, palette.halo)],
  ] as const;
  const after = [
    ['legend_opened', dot(palette.primary, palette.halo)],
    ['legend_opened_new', dot(palette.seal, palette.halo)],
    ['legend_not_opened', small],
    ['legend_flow', flow],
  ] as const;
  const marks = (isAnswered ? after : before).map(([key, mark]) => ({ key, mark, label: say(key) }));
  return <Legend label={say('legend')} marks={marks} />;
}

interface ProgrammeLegendProps {
  readonly paletteName: PaletteName;
  readonly years: readonly number[];
}

/** Years of a programme; numbers on the lines are those of the steps. */
function ProgrammeLegend({ paletteName, years }: ProgrammeLegendProps) {
  const say = useTopic('plans');
  const palette = PALETTES[paletteName];
  const styles = yearStyles(palette);
  const lines = styles.slice(0, years.length).map(({ color, pixels }, i): LegendMark => {
    const isOpenEnd = i === styles.length - 1 && years.length > styles.length;
    const year = years[i] ?? 0;
    const mark = <path key={year} d="M0 8h16" stroke={color} strokeWidth={pixels} />;
    return { key: String(year), label: say(isOpenEnd ? 'legend_year_on' : 'legend_year', { year }), mark };
  });
  const joined = <circle cx="8" cy="8" r="4" fill={palette.lightGreen} stroke={palette.halo} />;
  return (
    <Legend
      label={say('legend')}
      marks={[...lines, { key: 'joined', label: say('legend_joined'), mark: joined }]}
      note={say('legend_step_numbers')}
    />
  );
}

interface LegendProps {
  readonly label: string;
  readonly marks: readonly LegendMark[];
  readonly note?: string;
}

function Legend({ label, marks, note }: LegendProps) {
  return (
    <LegendSlotControl>
      <section className="plan-legend" aria-label={label}>
        <ul>
          {marks.map(({ key, label: word, mark }) => (
            <li key={key}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                {mark}
              </svg>
              {word}
            </li>
          ))}
        </ul>
        {note ? <small>{note}</small> : null}
      </section>
    </LegendSlotControl>
  );
}
