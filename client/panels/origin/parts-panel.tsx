import { useState } from 'react';
import { definitionPart } from '#client/state/definition-words.ts';
import { toFigure } from '#client/state/figure-words.ts';
import { useText } from '#client/state/use-text.ts';
import { openFigure, useView } from '#client/state/view-store.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import { formatFigureValue, formatFraction } from '#core/indicators/format-figure.ts';
import { SectionPanel } from '../side/section-panel.tsx';

const FIRST_PARTS = 8;

const DEFINITION_PART = definitionPart('');

/** The parts of a figure; each narrows the rows below. */
export function PartsPanel({ figure, part }: { readonly figure: FigureAnswer; readonly part: string | null }) {
  const say = useText();
  const language = useView((view) => view.language);
  const [all, setAll] = useState(false);
  // Definitions of joined have a table of their own.
  const parts = figure.parts.filter((other) => !other.part?.startsWith(DEFINITION_PART));
  if (parts.length === 0) return null;
  const fullOf = (unit: string): number => {
    const largest = Math.max(...parts.filter((other) => other.unit === unit).map(({ value }) => value ?? 0));
    return unit === 'ratio' ? Math.max(1, largest) : largest || 1;
  };
  return (
    <SectionPanel title={say('parts')}>
      <ul className="parts">
        <li>
          <button type="button" aria-pressed={part === null} onClick={() => openFigure(figure.code)}>
            <span>{say('parts_all')}</span>
            <span className="numeral">{formatFigureValue(figure, { language })}</span>
          </button>
        </li>
        {(all ? parts : parts.slice(0, FIRST_PARTS)).map((other) => (
          <li key={other.part}>
            <button
              type="button"
              aria-pressed={part === other.part}
              title={formatFraction(toFigure(other), { language }) ?? undefined}
              onClick={() => openFigure(figure.code, other.part)}
            >
              <span>{other.partName ?? other.part}</span>
              <span className="numeral">{formatFigureValue(other, { language })}</span>
              <span className="part-bar" aria-hidden="true">
                <span
                  style={{ width: `${Math.max(0, ((other.value ?? 0) / fullOf(other.unit)) * 100).toFixed(1)}%` }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {parts.length > FIRST_PARTS ? (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('ranking_fewer') : say('ranking_all', { n: parts.length })}
        </button>
      ) : null}
    </SectionPanel>
  );
}
