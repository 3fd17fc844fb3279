import { useState } from 'react';
import { useSheetAdvice } from '#client/state/use-sheet-preview.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { PaperAdviceAnswer } from '#core/api/sheet-report.ts';
import { formatScale } from '#core/cartography/sheet/round-scale.ts';

/** Papers shown before one asks for more. */
const FIRST = 3;

/** Which papers fit the area: one click takes one. */
export function AdvicePanel() {
  const say = useTopic('sheetRoom');
  const items = useSheetAdvice().data?.items ?? [];
  const [isLong, setIsLong] = useState(false);
  if (items.length === 0) return null;
  return (
    <div className="advice">
      <h3>{say('advice')}</h3>
      <ul>
        {items.slice(0, isLong ? undefined : FIRST).map((item) => (
          <AdviceItem key={`${item.paper} ${item.orientation}`} item={item} />
        ))}
      </ul>
      <button type="button" className="text-button" onClick={() => setIsLong(!isLong)}>
        {isLong ? say('advice_less') : say('advice_more', { count: items.length })}
      </button>
    </div>
  );
}

function AdviceItem({ item }: { readonly item: PaperAdviceAnswer }) {
  const say = useTopic('sheetRoom');
  const { wish, choose } = useSheetWish();
  const { paper, orientation, name, scale, reasons } = item;
  const isTaken = wish.paper === paper && wish.orientation === orientation && wish.scale === 'fit';
  return (
    <li>
      <button
        type="button"
        className="advice-item"
        aria-pressed={isTaken}
        title={reasons.join('\n')}
        onClick={() => choose({ paper, orientation, scale: 'fit' })}
      >
        <strong className="numeral">
          {name} {say(orientation)} {formatScale(scale)}
        </strong>
        {item.isRecommended ? <em className="mark is-in-force">{say('advice_best')}</em> : null}
        <small className="numeral">
          {[
            say(`reading_${item.reading}`),
            say(`names_${item.names}`),
            say('share', { percent: Math.round(item.share * 100) }),
          ].join(' · ')}
        </small>
      </button>
    </li>
  );
}
