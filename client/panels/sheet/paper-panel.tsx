import { useState } from 'react';
import { useSheetAdvice } from '#client/state/use-sheet-preview.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { SettledField } from '#client/ui/settled-field.tsx';
import { namePaper } from '#core/cartography/sheet/advice/describe-advice.ts';
import { PAPER_LIMITS, PAPER_NAMES, parsePaper, usualOrientation } from '#core/cartography/sheet/paper.ts';
import { formatScale, nextRoundScale, roundScaleFor } from '#core/cartography/sheet/round-scale.ts';
import { AdvicePanel } from './advice-panel.tsx';

const CUSTOM = 'custom';
/** Round scales on offer from half of what the adviser proposes. */
const SCALE_COUNT = 18;

/** Paper, how it lies, and the scale; the adviser beside. */
export function PaperPanel({ scale }: { readonly scale: number | null }) {
  const say = useTopic('sheetRoom');
  const { wish, choose } = useSheetWish();
  return (
    <section className="room-section" aria-label={say('paper')}>
      <PaperFields />
      <Pick
        label={say('orientation')}
        value={wish.orientation}
        options={[
          { value: 'landscape', label: say('landscape') },
          { value: 'portrait', label: say('portrait') },
        ]}
        onPick={(orientation) => choose({ orientation })}
      />
      <ScaleField scale={scale} />
      <AdvicePanel />
    </section>
  );
}

function PaperFields() {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const { wish, choose } = useSheetWish();
  const isListed = PAPER_NAMES.some((name) => name === wish.paper);
  const [isCustom, setIsCustom] = useState(!isListed);
  return (
    <>
      <LabelledSelect
        id="sheet-paper"
        label={say('paper')}
        value={isCustom || !isListed ? CUSTOM : wish.paper}
        options={[
          ...PAPER_NAMES.map((name) => ({ value: name as string, label: namePaper(name, language) })),
          { value: CUSTOM, label: say('paper_custom') },
        ]}
        onPick={(paper) => {
          setIsCustom(paper === CUSTOM);
          if (paper !== CUSTOM) choose({ paper, orientation: usualOrientation(paper) });
        }}
      />
      {isCustom || !isListed ? <CustomPaper /> : null}
    </>
  );
}

/** `900x600`, or the width of a roll. */
function CustomPaper() {
  const say = useTopic('sheetRoom');
  const { wish, choose } = useSheetWish();
  const [wrong, setWrong] = useState<string | null>(null);
  const take = (typed: string): void => {
    const paper = typed
      .trim()
      .replace(/\s*[x×X*]\s*/, 'x')
      .toUpperCase()
      .replace('X', 'x');
    const isGood = parsePaper(paper) !== null;
    setWrong(isGood || paper === '' ? null : typed);
    if (isGood) choose({ paper, orientation: usualOrientation(paper) });
  };
  const { shortest, longest, narrowestRoll, widestRoll } = PAPER_LIMITS;
  return (
    <>
      <SettledField label={say('paper_sides')} value={wish.paper} placeholder="1200x900" onSettle={take} most={20} />
      <p className="room-note">{say('paper_hint')}</p>
      {wrong === null ? null : (
        <p role="alert">{say('paper_wrong', { got: wrong, shortest, longest, narrowestRoll, widestRoll })}</p>
      )}
    </>
  );
}

/** As large as fits, or a round one; which those are the county decides. */
function ScaleField({ scale }: { readonly scale: number | null }) {
  const say = useTopic('sheetRoom');
  const advice = useSheetAdvice().data?.items ?? [];
  const { wish, choose } = useSheetWish();
  const best = Math.min(...advice.map((item) => item.scale), ...(scale === null ? [] : [scale]));
  const scales = listScales(Number.isFinite(best) ? best / 4 : 1000, wish.scale);
  const fit =
    scale !== null && wish.scale === 'fit' ? say('scale_fit_at', { scale: formatScale(scale) }) : say('scale_fit');
  return (
    <LabelledSelect
      id="sheet-scale"
      label={say('scale')}
      value={String(wish.scale)}
      options={[
        { value: 'fit', label: fit },
        ...scales.map((each) => ({ value: String(each), label: formatScale(each) })),
      ]}
      onPick={(picked) => choose({ scale: picked === 'fit' ? 'fit' : Number(picked) })}
    />
  );
}

function listScales(from: number, chosen: number | 'fit'): readonly number[] {
  const scales = [roundScaleFor(from)];
  while (scales.length < SCALE_COUNT) scales.push(nextRoundScale(scales.at(-1) ?? from));
  const whole = scales.filter((scale) => Number.isInteger(scale));
  return chosen === 'fit' || whole.includes(chosen) ? whole : [...whole, chosen].sort((a, b) => a - b);
}
