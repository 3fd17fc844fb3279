import { useTopic } from '#client/state/use-text.ts';
import { Pick } from '#client/ui/pick.tsx';
import { TRAVEL_MODES, type TravelMode } from '#core/network/travel.ts';

interface TravelPanelProps {
  readonly mode: TravelMode;
  readonly onPick: (mode: TravelMode) => void;
}

/** How one travels. */
export function TravelPanel({ mode, onPick }: TravelPanelProps) {
  const say = useTopic('tools');
  const name = useTopic('network');
  return (
    <Pick
      label={say('mode')}
      value={mode}
      options={TRAVEL_MODES.map((value) => ({ value, label: name(`mode_${value}`) }))}
      onPick={onPick}
    />
  );
}
