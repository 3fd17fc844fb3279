import { describeChange, toFigure } from '#client/state/figure-words.ts';
import { useText } from '#client/state/use-text.ts';
import { openFigure, useView } from '#client/state/view-store.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import { formatFraction, writeFigureValue } from '#core/indicators/format-figure.ts';
import { CAUSES_CODE } from '#core/indicators/largest-parts.ts';
import { text } from '#core/texts/text.ts';
import { LightPanel } from '../side/light-panel.tsx';
import { CausesPanel } from './causes-panel.tsx';

interface FigurePanelProps {
  readonly figure: FigureAnswer;
  /** The same at the earlier date of the comparison. */
  readonly before: FigureAnswer | undefined;
}

/** One figure: name, value, light, numerator over denominator; opens its origin. */
export function FigurePanel({ figure, before }: FigurePanelProps) {
  const say = useText();
  const language = useView((view) => view.language);
  const { value, unit } = writeFigureValue(toFigure(figure), { language });
  return (
    <button
      type="button"
      className="figure"
      title={say('figure_open', { name: figure.name })}
      onClick={() => openFigure(figure.code)}
    >
      <span className="figure-name">{figure.name}</span>
      <span className="figure-line">
        <span className={`figure-value numeral ${figure.value === null ? 'is-missing' : ''}`}>{value}</span>
        <span className={`figure-unit ${unit.length > 2 ? 'is-word' : ''}`}>{unit}</span>
        {figure.value === null ? null : <LightPanel light={figure.light} />}
      </span>
      {figure.code === CAUSES_CODE ? <CausesPanel /> : <FigureFraction figure={figure} />}
      <FigureMarks figure={figure} />
      <FigureDifference figure={figure} before={before} />
    </button>
  );
}

function FigureFraction({ figure }: { readonly figure: FigureAnswer }) {
  const language = useView((view) => view.language);
  if (figure.value === null) return <span className="figure-note">{figure.reasonText}</span>;
  const { denominator, pair } = toFigure(figure);
  const fraction = denominator === null ? null : formatFraction(toFigure(figure), { language });
  const other = pair && formatFraction(pair, { language });
  return (
    <>
      {fraction ? <span className="figure-note numeral">{fraction}</span> : null}
      {other ? <span className="figure-note numeral">{other}</span> : null}
    </>
  );
}

function FigureMarks({ figure }: { readonly figure: FigureAnswer }) {
  const language = useView((view) => view.language);
  if (!figure.dueSoon && !figure.recovered) return null;
  return (
    <span className="figure-note">
      {figure.dueSoon ? <em className="mark">{text(language, 'figures', 'due_soon')}</em> : null}
      {figure.recovered ? <em className="mark">{text(language, 'figures', 'recovered')}</em> : null}
    </span>
  );
}

function FigureDifference({ figure, before }: FigurePanelProps) {
  const say = useText();
  const language = useView((view) => view.language);
  const change = describeChange(figure, before, language);
  if (!change || !before) return null;
  return (
    <span className={`figure-change numeral is-${change.direction}`}>
      {say('compared_with', { date: before.asOf })} {change.words}
    </span>
  );
}
