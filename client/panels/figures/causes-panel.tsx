import { useFigures } from '#client/state/use-figures.ts';
import { useView } from '#client/state/view-store.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { CAUSES_CODE, listLargestParts } from '#core/indicators/largest-parts.ts';

const SHOWN = 3;

/** The main causes of most households: the count of all of them is that of T1. */
export function CausesPanel() {
  const language = useView((view) => view.language);
  const answer = useFigures([CAUSES_CODE], { parts: 'all' });
  const parts = answer.data?.items[0]?.figures[0]?.parts ?? [];
  return listLargestParts(parts)
    .slice(0, SHOWN)
    .map((part) => (
      <span key={part.part} className="figure-note numeral">
        {part.partName ?? part.part} {formatFigureValue(part, { language })}
      </span>
    ));
}
