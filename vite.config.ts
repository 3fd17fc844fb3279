import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would be data: addresses, which the content policy refuses for workers and scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
});
