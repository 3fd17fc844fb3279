/** Shapes that say the same as a colour, for readers who do not see it. */
export type Shape = 'circle' | 'triangle' | 'square' | 'dash';

const PATHS: Record<Shape, string> = {
  circle: 'M10 1a9 9 0 1 0 .01 0Z',
  triangle: 'M10 .6 19.8 18.6H.2Z',
  square: 'M1.5 1.5h17v17h-17Z',
  dash: 'M2 8.2h16v3.6H2Z',
};

interface ShapeMarkProps {
  readonly shape: Shape;
  /** CSS colour. */
  readonly color: string;
  /** One character inside, in the ground's colour. */
  readonly letter: string;
  readonly label: string;
}

/** A light: colour, shape and letter together. */
export function ShapeMark({ shape, color, letter, label }: ShapeMarkProps) {
  return (
    <svg className="shape-mark" viewBox="0 0 20 20" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={PATHS[shape]} fill={color} />
      {shape === 'dash' ? null : (
        <text x="10" y={shape === 'triangle' ? 16.6 : 14} textAnchor="middle">
          {letter}
        </text>
      )}
    </svg>
  );
}
