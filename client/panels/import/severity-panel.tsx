import { useTopic } from '#client/state/use-text.ts';
import { type Shape, ShapeMark } from '#client/ui/shape-mark.tsx';
import type { FindingSeverity } from '#core/ledgers/import-finding.ts';

const SHAPES: Readonly<
  Record<FindingSeverity, { readonly shape: Shape; readonly color: string; readonly letter: string }>
> = {
  error: { shape: 'square', color: 'var(--red)', letter: '×' },
  warning: { shape: 'triangle', color: 'var(--yellow)', letter: '!' },
  note: { shape: 'circle', color: 'var(--grey)', letter: 'i' },
};

/** How grave a finding is: colour, shape and letter. */
export function SeverityPanel({ severity }: { readonly severity: FindingSeverity }) {
  const say = useTopic('importRoom');
  return <ShapeMark {...SHAPES[severity]} label={say(`severity_${severity}`)} />;
}
