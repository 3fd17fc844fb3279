import { useState } from 'react';
import { changeForm, type PlanAction, type PlanForm, usePlanMapStore } from '#client/state/plan-map-store.ts';
import { useArea } from '#client/state/use-area.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { PARK_KINDS, ROAD_CLASSES, SERVICE_KINDS } from '#core/county/kinds.ts';
import { text } from '#core/texts/text.ts';

/** Surfaces that a new road is built with. */
const BUILT_SURFACES = ['cement_concrete', 'asphalt_concrete', 'bituminous_surface', 'gravel'] as const;

/** What each action is given before the click. */
export function ActionForm({ action }: { readonly action: PlanAction }) {
  const say = useTopic('plans');
  const form = usePlanMapStore((store) => store.form);
  switch (action) {
    case 'place_site':
      return <NumberField name="capacityHouseholds" label={say('capacity')} least={0} most={20_000} />;
    case 'harden':
      return <YearField />;
    case 'draw_road':
      return (
        <div className="plan-fields">
          <YearField />
          <NumberField name="widthMeters" label={say('width')} least={1} most={60} />
          <SelectField name="roadClass" label={say('road_class')} list="road_class" values={ROAD_CLASSES} />
          <SelectField name="surface" label={say('surface')} list="surface" values={BUILT_SURFACES} />
        </div>
      );
    case 'place_park':
      return (
        <div className="plan-fields">
          <SelectField name="parkKind" label={say('kind')} list="park_kind" values={PARK_KINDS} />
          <NumberField name="jobs" label={say('jobs')} least={0} most={1_000_000} />
          <label className="plan-field">
            {say('product')}
            <input
              value={form.product}
              maxLength={60}
              onChange={(event) => changeForm({ product: event.target.value })}
            />
          </label>
          {form.product.trim() === '' ? <p className="tool-note">{say('product_missing')}</p> : null}
        </div>
      );
    case 'place_service':
      return <SelectField name="serviceKind" label={say('kind')} list="service" values={SERVICE_KINDS} />;
    case 'look':
    case 'assign':
      return null;
  }
}

type NumberName = 'capacityHouseholds' | 'year' | 'widthMeters' | 'jobs';

interface NumberFieldProps {
  readonly name: NumberName;
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** Works are planned in the years that the campaign still has. */
function YearField() {
  const say = useTopic('plans');
  const county = useArea().data?.county;
  if (!county) return null;
  const [least, most] = [county.dataDate, county.campaign.deadline].map((date) => Number(date.slice(0, 4)));
  return <NumberField name="year" label={say('year')} least={least ?? 0} most={most ?? 0} />;
}

/** What is typed stays as it is typed; only what can be meant is used. */
function NumberField({ name, label, least, most }: NumberFieldProps) {
  const say = useTopic('plans');
  const value = usePlanMapStore((store) => store.form[name]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value ?? '');
  const isFit = shown !== '' && Number(shown) >= least && Number(shown) <= most;
  return (
    <label className="plan-field">
      {label}
      <input
        type="number"
        className="numeral"
        inputMode="decimal"
        min={least}
        max={most}
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          const number = target.valueAsNumber;
          if (number >= least && number <= most) changeForm({ [name]: number });
        }}
        onBlur={() => {
          if (isFit) setTyped(null);
        }}
      />
      {isFit ? null : <span role="alert">{say('number_range', { least, most, used: value ?? '' })}</span>}
    </label>
  );
}

interface SelectFieldProps<Name extends keyof PlanForm> {
  readonly name: Name;
  readonly label: string;
  readonly list: 'road_class' | 'surface' | 'park_kind' | 'service';
  readonly values: readonly string[];
}

function SelectField<Name extends 'roadClass' | 'surface' | 'parkKind' | 'serviceKind'>({
  name,
  label,
  list,
  values,
}: SelectFieldProps<Name>) {
  const language = useView((view) => view.language);
  const value = usePlanMapStore((store) => store.form[name]);
  return (
    <label className="plan-field">
      {label}
      <select value={value} onChange={(event) => changeForm({ [name]: event.target.value })}>
        {values.map((one) => (
          <option key={one} value={one}>
            {text(language, 'things', `${list}_${one}` as 'road_class_C')}
          </option>
        ))}
      </select>
    </label>
  );
}
