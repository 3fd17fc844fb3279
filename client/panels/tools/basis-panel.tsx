import { useMapStore } from '#client/state/map-store.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openPage } from '#client/state/view-store.ts';

/** The speed table stands on the data page, below the figures. */
function openSpeeds(): void {
  useMapStore.setState({ speedsWanted: true });
  openPage('data');
}

interface BasisPanelProps {
  readonly basis: {
    readonly asOf: string;
    readonly revision: number;
    readonly speedVersion: number;
    readonly hasElevation: boolean;
  };
}

/** What an answer of the roads rests on: speed table, day, data revision. */
export function BasisPanel({ basis }: BasisPanelProps) {
  const say = useTopic('tools');
  return (
    <p className="tool-basis numeral">
      {say('basis', { version: basis.speedVersion, date: basis.asOf, revision: basis.revision })}
      {basis.hasElevation ? '' : ` · ${say('level_walk')}`}{' '}
      <button type="button" className="text-button" onClick={openSpeeds}>
        {say('speeds_open')}
      </button>
    </p>
  );
}
