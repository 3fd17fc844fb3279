import type { ReactNode } from 'react';

/** Something is on its way. */
export function LoadingState({ label, lines = 3 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div className="state-loading" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <span key={index} className="state-line" />
      ))}
    </div>
  );
}

/** There is nothing to show, and that is right. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <p className="state-empty">{children}</p>;
}

interface ErrorStateProps {
  readonly title: string;
  readonly sentence: string;
  readonly retryLabel: string;
  readonly onRetry: () => void;
}

/** It did not work: why, and the way out. */
export function ErrorState({ title, sentence, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <div className="state-error" role="alert">
      <strong>{title}</strong>
      <p>{sentence}</p>
      <button type="button" className="plain-button" onClick={onRetry}>
        {retryLabel}
      </button>
    </div>
  );
}
