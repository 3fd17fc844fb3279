import type { ReactNode } from 'react';
import type { Answer } from '#client/state/answer.ts';
import { describeError } from '#client/state/error-words.ts';
import { useText } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { ErrorState, LoadingState } from '#client/ui/states.tsx';

interface AnswerPanelProps<Data> {
  readonly answer: Answer<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is coming, or why it did not come. An older answer stays, dimmed, while the next one loads. */
export function AnswerPanel<Data>({ answer, lines, children }: AnswerPanelProps<Data>) {
  const say = useText();
  const language = useView((view) => view.language);
  if (answer.error) {
    return (
      <ErrorState
        title={say('error_title')}
        sentence={describeError(answer.error, language)}
        retryLabel={say('retry')}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  if (answer.data === undefined) return <LoadingState label={say('loading')} lines={lines} />;
  return (
    <div className={answer.isPlaceholderData ? 'is-stale' : undefined} aria-busy={answer.isPlaceholderData}>
      {children(answer.data)}
    </div>
  );
}
