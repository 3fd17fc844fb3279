import { useText, useTopic } from '#client/state/use-text.ts';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { MAP_KINDS, type MapKind } from '#core/county/kinds.ts';

interface MapsFieldProps {
  readonly maps: readonly MapKind[];
  readonly onChange: (maps: MapKind[]) => void;
}

/** Which of the four maps. */
export function MapsField({ maps, onChange }: MapsFieldProps) {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  return (
    <fieldset className="ticks">
      <legend>{say('map')}</legend>
      {MAP_KINDS.map((map) => (
        <LabelledCheck
          key={map}
          label={sayApp(`map_${map}_long`)}
          isOn={maps.includes(map)}
          onTurn={(isOn) => onChange(MAP_KINDS.filter((each) => (each === map ? isOn : maps.includes(each))))}
        />
      ))}
    </fieldset>
  );
}
