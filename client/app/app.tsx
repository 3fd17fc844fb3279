import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createQueryClient } from '#client/state/query-client.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { useView } from '#client/state/view-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';
import { applyTheme } from './theme.ts';
import { useUrlSync } from './url-sync.ts';

/** The whole page with what it stands on: cache, dress, address. */
export function App() {
  const [queryClient] = useState(createQueryClient);
  const theme = useView((view) => view.theme);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  useUrlSync();
  useEffect(() => applyTheme({ theme, scale }), [theme, scale]);
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <Shell />
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
