import { MatrixPanel } from './matrix-panel.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { SpeedsPanel } from './speeds-panel.tsx';

/** What the data page tells of the roads: the network, the speeds, distances in bulk. */
export function RoadsPanel() {
  return (
    <>
      <NetworkPanel />
      <SpeedsPanel />
      <MatrixPanel />
    </>
  );
}
