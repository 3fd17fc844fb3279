import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/styles/page.css';
import './app/styles/panels.css';
import './app/styles/fields.css';
import './app/styles/map.css';
import './app/styles/tools.css';
import './app/styles/phone.css';
import './app/styles/wall.css';
import './app/styles/rooms.css';
import { App } from './app/app.tsx';
import { applyTheme } from './app/theme.ts';
import { readView } from './app/url-sync.ts';
import { WALL_SCALE } from './state/view.ts';
import { useViewStore } from './state/view-store.ts';

const view = readView();
useViewStore.setState({ view, step: 'none' });
applyTheme({ theme: view.theme, scale: view.wall ? WALL_SCALE : 1 });

const root = document.querySelector('#root');
if (!root) throw new Error('Got a page without #root when expected client/index.html.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
