import { chooseBaseMap } from '#client/state/base-map-store.ts';
import { useBaseMaps } from '#client/state/use-base-maps.ts';
import { useText } from '#client/state/use-text.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';

const NO_MAP = '';

/** Which base map lies under the wall map; not there where no base map is. Files that cannot be used say why. */
export function BaseMapControl() {
  const say = useText();
  const { maps, chosen } = useBaseMaps();
  if (maps.length === 0) return null;
  const usable = maps.filter(({ problem }) => problem === null);
  const problems = maps.flatMap(({ problem }) => problem ?? []);
  return (
    <div className="base-maps">
      <LabelledSelect
        label={say('base_map')}
        value={chosen?.id ?? NO_MAP}
        options={[
          { value: NO_MAP, label: say('base_map_none') },
          ...usable.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onPick={(id) => chooseBaseMap(id === NO_MAP ? null : id)}
      />
      {chosen?.attribution ? <small>{chosen.attribution}</small> : null}
      {problems.map((problem) => (
        <p key={problem} role="alert">
          {problem}
        </p>
      ))}
    </div>
  );
}
