import type { ReactNode } from 'react';
import { CHANGE_LOOKS } from '#client/state/import-difference-look.ts';
import type { ImportStep } from '#client/state/import-view.ts';
import { formatCount } from '#client/state/import-words.ts';
import { DRAWN_DIFFERENCES, useDifferenceFeatures, useDrawnFindings } from '#client/state/use-import-map.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES, type Palette } from '#core/cartography/palettes.ts';
import type { TextKey } from '#core/texts/text.ts';
import { FINDING_LOOKS } from '../layers/import-findings-layer.ts';
import { LegendSlotControl } from './legend-slot-control.tsx';

interface LegendMark {
  readonly key: TextKey<'importRoom'>;
  readonly mark: ReactNode;
}

/** What the marks of the open step mean. */
export function ImportLegendControl({ paletteName }: { readonly paletteName: PaletteName }) {
  const say = useTopic('importRoom');
  const step = useView((view) => view.importing.step);
  const marks = LEGENDS[step]?.(PALETTES[paletteName]) ?? [];
  if (marks.length === 0) return null;
  return (
    <LegendSlotControl>
      <section className="import-legend" aria-label={say('legend')}>
        <ul>
          {marks.map(({ key, mark }) => (
            <li key={key}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                {mark}
              </svg>
              {say(key)}
            </li>
          ))}
        </ul>
        {step === 'report' ? <FindingsNote /> : <PartNote />}
      </section>
    </LegendSlotControl>
  );
}

/** Where a map does not show all: how much it shows. */
function PartNote() {
  const say = useTopic('importRoom');
  const drawn = useDifferenceFeatures().data;
  const isShown = useView(({ importing }) => importing.step === 'difference' || importing.step === 'written');
  const things = drawn?.features.filter(({ properties }) => properties.change !== 'changed_from').length ?? 0;
  if (!isShown || !drawn || drawn.total < DRAWN_DIFFERENCES || things >= drawn.total) return null;
  return (
    <small className="numeral">
      {say('legend_part', { shown: formatCount(things), total: formatCount(drawn.total) })}
    </small>
  );
}

/** How many findings the map shows of how many: some have no place, and of very many only the first are drawn. */
function FindingsNote() {
  const say = useTopic('importRoom');
  const drawn = useDrawnFindings().data;
  if (!drawn || drawn.placed.length === drawn.total) return null;
  const values = {
    shown: formatCount(drawn.placed.length),
    looked: formatCount(drawn.looked),
    total: formatCount(drawn.total),
  };
  const key =
    drawn.looked < drawn.total
      ? 'legend_findings_first'
      : drawn.placed.length === 0
        ? 'legend_findings_none'
        : 'legend_findings_placed';
  return <small className="numeral">{say(key, values)}</small>;
}

const sign = (text: string, color: string): ReactNode => (
  <text x="8" y="13" fontSize="14" textAnchor="middle" fill={color}>
    {text}
  </text>
);

const listDifferences = (palette: Palette): readonly LegendMark[] => [
  ...(['new', 'changed', 'removed'] as const).map((kind): LegendMark => {
    const look = CHANGE_LOOKS[kind];
    return { key: `change_${kind}`, mark: sign(look.sign, palette[look.color]) };
  }),
  {
    key: 'legend_changed_from',
    mark: <circle cx="8" cy="8" r="4" fill={palette.surface} stroke={palette.lightGrey} strokeWidth="1.6" />,
  },
];

const LEGENDS: Partial<Record<ImportStep, (palette: Palette) => readonly LegendMark[]>> = {
  positions: (palette) => [
    {
      key: 'legend_read',
      mark: <circle cx="8" cy="8" r="4.5" fill={palette.surface} stroke={palette.seal} strokeWidth="1.6" />,
    },
    { key: 'legend_shifted', mark: <circle cx="8" cy="8" r="5" fill={palette.primary} /> },
  ],
  report: (palette) =>
    (['error', 'warning', 'note'] as const).map((severity) => ({
      key: `legend_finding_${severity}`,
      mark: sign(FINDING_LOOKS[severity].sign, palette[FINDING_LOOKS[severity].color]),
    })),
  difference: listDifferences,
  written: listDifferences,
};
