import { getRowUnits } from '#client/state/figure-facts.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { FigureRowsAnswer } from '#core/api/figures.ts';
import { writeAmount } from '#core/indicators/format-figure.ts';

interface RollUpPanelProps {
  readonly rollUp: NonNullable<FigureRowsAnswer['rollUp']>;
  readonly figure: FigureRowsAnswer['figure'];
}

/** Lengths that differ by less than this differ by rounding alone. */
const SAME = 5e-7;

/** Whether the areas below add up to this one, and why not. */
export function RollUpPanel({ rollUp, figure }: RollUpPanelProps) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const units = getRowUnits(figure);
  const write = (amount: number | null, unit: Parameters<typeof writeAmount>[1]): string => {
    const written = writeAmount(amount, unit, { language, reading: 'ledger' });
    return `${written.value} ${written.unit}`.trim();
  };
  const { differenceNumerator, differenceDenominator } = rollUp;
  const differs = [differenceNumerator, differenceDenominator].some((value) => Math.abs(value ?? 0) > SAME);
  const sums = {
    n: rollUp.children,
    numerator: write(rollUp.numerator, units.numerator),
    denominator: write(rollUp.denominator, units.denominator),
  };
  const difference = `${write(differenceNumerator, units.numerator)} / ${write(differenceDenominator, units.denominator)}`;
  return (
    <p className="roll-up numeral">
      {differs ? say('roll_up_differs', { ...sums, difference }) : say('roll_up_equal', sums)} {rollUp.explanation}
    </p>
  );
}
