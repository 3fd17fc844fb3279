import { useView } from '#client/state/view-store.ts';
import { type Shape, ShapeMark } from '#client/ui/shape-mark.tsx';
import type { Light } from '#core/indicators/figure.ts';
import { lightLetter } from '#core/indicators/format-figure.ts';
import { text } from '#core/texts/text.ts';

const SHAPES: Record<Light, Shape> = { green: 'circle', yellow: 'triangle', red: 'square', grey: 'dash' };

/** A light: colour, shape and letter. */
export function LightPanel({ light }: { readonly light: Light }) {
  const language = useView((view) => view.language);
  return (
    <ShapeMark
      shape={SHAPES[light]}
      color={`var(--${light})`}
      letter={lightLetter(light, language)}
      label={text(language, 'figures', `light_name_${light}`)}
    />
  );
}
