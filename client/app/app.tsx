import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { FONT_FAMILY } from '#client/state/font.ts';
import { createQueryClient } from '#client/state/query-client.ts';
import { useView } from '#client/state/view-store.ts';
import { AppConfig } from '#client/ui/app-config.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';
import { applyTokens, getTokens } from './theme.ts';
import { useUrlSync } from './url-sync.ts';

/** The big screen doubles every size. */
const WALL_SCALE = 2;

/** The whole page with what it stands on: cache, dress, address. */
export function App() {
  const [queryClient] = useState(createQueryClient);
  const theme = useView((view) => view.theme);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  const tokens = useMemo(() => getTokens(theme), [theme]);
  useUrlSync();
  useEffect(() => applyTokens(tokens, { theme, scale }), [tokens, theme, scale]);
  return (
    <QueryClientProvider client={queryClient}>
      <AppConfig tokens={tokens} dark={theme === 'dark'} scale={scale} fontFamily={FONT_FAMILY}>
        <ErrorBoundary>
          <Shell />
        </ErrorBoundary>
      </AppConfig>
    </QueryClientProvider>
  );
}
