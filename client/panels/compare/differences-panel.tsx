import { toggleDifferences, useCompareStore } from '#client/state/compare-store.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { CompareAnswer } from '#core/api/plans.ts';
import { countDifferences, DIFFERENCE_LAYERS } from '#core/cartography/difference-look.ts';

/** Most sentences of one layer that are listed; the map shows them all. */
const MOST_LISTED = 60;

/** What the map shows: how many things came, went and changed, which layers are drawn, and each that differs as a sentence. */
export function DifferencesPanel({ comparison }: { readonly comparison: CompareAnswer }) {
  const say = useTopic('compare');
  const shown = useCompareStore((store) => store.layers);
  const { differences, columns } = comparison;
  const counts = countDifferences(differences);
  const title = say('differences_of', { before: columns[0]?.name ?? '', after: columns.at(-1)?.name ?? '' });
  return (
    <>
      <h3>{title}</h3>
      <ul className="compare-differences">
        {DIFFERENCE_LAYERS.map((layer) => {
          const changed = differences.filter((one) => one.layer === layer && one.state !== 'same');
          return (
            <li key={layer} data-layer={layer}>
              <label>
                <input type="checkbox" checked={shown.includes(layer)} onChange={() => toggleDifferences(layer)} />
                {say(`layer_${layer}`)}
              </label>
              <details>
                <summary className="numeral">{say('counts', counts[layer])}</summary>
                <ul>
                  {changed.slice(0, MOST_LISTED).map(({ code, text }) => (
                    <li key={code}>{text}</li>
                  ))}
                  {changed.length > MOST_LISTED ? (
                    <li>{say('more', { count: changed.length - MOST_LISTED })}</li>
                  ) : null}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </>
  );
}
