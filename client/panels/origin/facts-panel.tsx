import { describeBenchmarks, describePace, describeTrend, getRowUnits } from '#client/state/figure-facts.ts';
import { type AnsweredFigure, toFigure } from '#client/state/figure-words.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import {
  formatDate,
  formatFigureValue,
  formatFraction,
  formatLag,
  writeAmount,
} from '#core/indicators/format-figure.ts';
import { text } from '#core/texts/text.ts';

interface FactsPanelProps {
  readonly figure: FigureAnswer;
  /** The headline or the part that is open. */
  readonly shown: AnsweredFigure;
  readonly areaName: string;
}

/** The facts that travel with a figure. */
export function FactsPanel({ figure, shown, areaName }: FactsPanelProps) {
  const say = useText();
  const tools = useTopic('tools');
  const language = useView((view) => view.language);
  const style = { language };
  const full = toFigure(shown);
  const units = getRowUnits(shown);
  const amount = (value: number | null, unit: typeof units.numerator): string => {
    const written = writeAmount(value, unit, style);
    return `${written.value} ${written.unit}`.trim();
  };
  // Trend, pace and benchmarks are told of the whole figure, not of its parts.
  const isWhole = shown.part === null;
  const trend = isWhole ? describeTrend(figure, language) : null;
  const facts: [string, string | null][] = [
    [say('definition'), figure.definition],
    [
      say('numerator'),
      full.numerator === null ? null : join(figure.numeratorName, amount(full.numerator, units.numerator)),
    ],
    [
      say('denominator'),
      full.denominator === null ? null : join(figure.denominatorName, amount(full.denominator, units.denominator)),
    ],
    [say('pair'), full.pair && formatFraction(full.pair, style)],
    [say('light_basis'), describeTarget(shown, language, say)],
    [tools('trend', { date: trend?.asOf ?? '' }), trend?.words ?? null],
    [tools('pace'), isWhole ? describePace(figure, language) : null],
    ...(isWhole
      ? describeBenchmarks(figure, language).map((words): [string, string] => [tools('benchmarks'), words])
      : []),
    [say('area'), `${areaName}（${shown.area}）`],
    [say('date'), formatDate(shown.asOf, language)],
    [say('revision'), String(shown.revision)],
    [
      tools('speed_version'),
      shown.speedVersion === null ? null : tools('speeds_version', { version: shown.speedVersion }),
    ],
    [say('source'), figure.source],
  ];
  return (
    <dl className="facts">
      {facts.map(([term, fact]) =>
        fact ? (
          <div key={`${term}:${fact}`} className="fact">
            <dt>{term}</dt>
            <dd className="numeral">{fact}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What is counted, then how much. */
const join = (name: string | null, amount: string): string => (name ? `${name} ${amount}` : amount);

function describeTarget(figure: AnsweredFigure, language: 'zh' | 'en', say: ReturnType<typeof useText>): string | null {
  const { target } = figure;
  if (!target) return null;
  const style = { language };
  const goal = text(language, 'figures', 'target', {
    target: formatFigureValue({ value: target.value, unit: figure.unit }, style),
  });
  const planned =
    target.plannedNow === null
      ? null
      : text(language, 'figures', 'planned_now', {
          planned: formatFigureValue({ value: target.plannedNow, unit: figure.unit }, style),
        });
  const deadline = target.deadline && say('task_deadline', { date: target.deadline });
  const parts = [say(`basis_${target.basis}`), goal, planned, formatLag(figure, style), deadline];
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
}
