import { useFigures } from '#client/state/use-figures.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { FigurePanel } from './figure-panel.tsx';

const MAIN_FIGURES = 6;

/** The six main figures of the open map. */
export function FiguresPanel() {
  const say = useText();
  const codes = (useMapDefinition().data?.figures ?? []).slice(0, MAIN_FIGURES);
  const answer = useFigures(codes);
  return (
    <section className="section figures" aria-label={say('figures')}>
      <AnswerPanel answer={answer} lines={MAIN_FIGURES}>
        {(data) => {
          const item = data.items[0];
          return (
            <ul className="figure-grid">
              {item?.figures.map((figure) => (
                <li key={figure.code}>
                  <FigurePanel figure={figure} before={findSame(item.previous, figure)} />
                </li>
              ))}
            </ul>
          );
        }}
      </AnswerPanel>
    </section>
  );
}

const findSame = (figures: readonly FigureAnswer[] | null, figure: FigureAnswer): FigureAnswer | undefined =>
  figures?.find((other) => other.code === figure.code);
