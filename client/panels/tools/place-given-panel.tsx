import { useMapStore } from '#client/state/map-store.ts';
import { givePoint } from '#client/state/tool-store.ts';
import { useTopic } from '#client/state/use-text.ts';

interface PlaceGivenPanelProps {
  readonly hint: string;
  readonly disabled?: boolean;
}

/** How points are given: by the pointer, or, for keys and fingers, by the middle of the map. */
export function PlaceGivenPanel({ hint, disabled = false }: PlaceGivenPanelProps) {
  const say = useTopic('tools');
  const camera = useMapStore((store) => store.shared);
  return (
    <p className="tool-hint">
      {hint}{' '}
      <button
        type="button"
        className="text-button"
        disabled={camera === null || disabled}
        onClick={() => camera && givePoint([camera.lon, camera.lat], null)}
      >
        {say('take_middle')}
      </button>
    </p>
  );
}
