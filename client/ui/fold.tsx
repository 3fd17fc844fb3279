import type { ReactNode } from 'react';

interface FoldProps {
  readonly title: string;
  /** Said beside the title, folded or not. */
  readonly note?: string | undefined;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A part that folds. */
export function Fold({ title, note, isOpen = false, children }: FoldProps) {
  return (
    <details className="fold" open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {note ? <small>{note}</small> : null}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
