import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useViewStore } from '#client/state/view-store.ts';
import { ErrorState } from '#client/ui/states.tsx';
import { text } from '#core/texts/text.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
}

/** Catches what a part of the page throws while drawing, says so, and draws it anew on request. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('A part of the page failed', error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { language } = useViewStore.getState().view;
    return (
      <ErrorState
        title={text(language, 'app', 'error_title')}
        sentence={text(language, 'app', 'error_unknown')}
        retryLabel={text(language, 'app', 'retry')}
        onRetry={() => this.setState({ failed: false })}
      />
    );
  }
}
