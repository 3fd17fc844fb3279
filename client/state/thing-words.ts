import type { Unit } from '#client/state/units.ts';
import { writeAmount } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, type TextKey, text } from '#core/texts/text.ts';

/** One fact of a thing, ready to read. */
export interface ThingFact {
  readonly label: string;
  readonly value: string;
}

/** A thing on the map in words. */
export interface ThingWords {
  readonly title: string;
  readonly kind: string;
  readonly facts: readonly ThingFact[];
}

type Properties = Readonly<Record<string, unknown>>;

/** How a property of a feature is read: as an amount, as a name from a list of `texts.things`, or as it is. */
type Reading =
  | { readonly as: 'amount'; readonly unit: Unit; readonly reading: 'map' | 'ledger' }
  | { readonly as: 'name'; readonly list: string }
  | { readonly as: 'joinState' }
  | { readonly as: 'text' };

const amount = (unit: Unit, reading: 'map' | 'ledger' = 'map'): Reading => ({ as: 'amount', unit, reading });
const name = (list: string): Reading => ({ as: 'name', list });
const plain: Reading = { as: 'text' };

/** What a card tells of a feature, most telling first. The keys are the properties of `core/cartography/features`. */
const FACTS: Readonly<
  Record<string, readonly (readonly [property: string, label: TextKey<'app'>, reading: Reading])[]>
> = {
  areas: [
    ['targetHouseholds', 'fact_targets', amount('households')],
    ['share', 'fact_share', amount('ratio')],
    ['relocationHouseholds', 'fact_relocation', amount('households')],
    ['movedInHouseholds', 'fact_moved_in', amount('households')],
    ['plannedExitYear', 'fact_planned_exit', plain],
    ['exitedOn', 'fact_exited', plain],
    ['leadingProduct', 'fact_product', plain],
    ['responsible', 'fact_responsible', plain],
  ],
  settlements: [
    ['registeredHouseholds', 'fact_registered', amount('households')],
    ['residentHouseholds', 'fact_resident', amount('households')],
    ['targetHouseholds', 'fact_targets', amount('households')],
    ['targetPeople', 'fact_target_people', amount('people')],
    ['relocationHouseholds', 'fact_relocation', amount('households')],
    ['kind', 'fact_kind', name('settlement_kind')],
    ['joinState', 'fact_joined', { as: 'joinState' }],
    ['minutes', 'fact_minutes', amount('minutes')],
  ],
  households: [
    ['people', 'fact_people', amount('people')],
    ['category', 'fact_category', name('category')],
    ['siteLabel', 'fact_site', plain],
    ['plannedMoveYear', 'fact_move_year', plain],
  ],
  segments: [
    ['class', 'fact_class', name('road_class')],
    ['function', 'fact_function', name('road_function')],
    ['surface', 'fact_surface', name('surface')],
    ['lengthMeters', 'fact_length', amount('meters')],
    ['widthMeters', 'fact_width', plain],
    ['status', 'fact_status', name('work_status')],
    ['plannedYear', 'fact_planned_year', plain],
    ['costYuan', 'fact_cost', amount('yuan')],
  ],
  gaps: [
    ['joinState', 'fact_joined', { as: 'joinState' }],
    ['km', 'fact_gap', amount('km', 'ledger')],
    ['wanYuan', 'fact_gap_cost', amount('wan_yuan')],
    ['settlements', 'fact_gap_settlements', amount('settlements')],
  ],
  sites: [
    ['stage', 'fact_stage', name('site_stage')],
    ['locationType', 'fact_location', name('site_location')],
    ['capacityHouseholds', 'fact_capacity', amount('households')],
    ['assignedHouseholds', 'fact_assigned', amount('households')],
    ['movedInHouseholds', 'fact_moved_in', amount('households')],
    ['department', 'fact_department', plain],
    ['deadline', 'fact_deadline', plain],
  ],
  flows: [
    ['originLabel', 'fact_from', plain],
    ['siteLabel', 'fact_to', plain],
    ['households', 'fact_relocation', amount('households')],
    ['movedInHouseholds', 'fact_moved_in', amount('households')],
    ['year', 'fact_move_year', plain],
  ],
  hazards: [
    ['kind', 'fact_kind', name('hazard_kind')],
    ['sizeClass', 'fact_size', name('hazard_size')],
    ['threatenedHouseholds', 'fact_threatened', amount('households')],
    ['threatenedPeople', 'fact_threatened_people', amount('people')],
    ['treatment', 'fact_treatment', name('hazard_treatment')],
    ['responsible', 'fact_responsible', plain],
    ['struckOffOn', 'fact_struck_off', plain],
  ],
  parks: [
    ['kind', 'fact_kind', name('park_kind')],
    ['product', 'fact_product', plain],
    ['plannedScale', 'fact_planned_scale', plain],
    ['achievedScale', 'fact_achieved_scale', plain],
    ['scaleUnit', 'fact_scale_unit', plain],
    ['leadingEnterprise', 'fact_enterprise', plain],
    ['jobs', 'fact_jobs', plain],
    ['householdsLinked', 'fact_linked', amount('households')],
  ],
  services: [['kind', 'fact_kind', name('service')]],
  constraints: [
    ['kind', 'fact_kind', name('constraint')],
    ['effect', 'fact_effect', name('constraint_effect')],
    ['source', 'fact_source', plain],
  ],
  homesteads: [['state', 'fact_status', plain]],
  tasks: [
    ['areaName', 'fact_place', plain],
    ['department', 'fact_department', plain],
    ['responsiblePost', 'fact_responsible', plain],
    ['startsOn', 'fact_starts', plain],
    ['deadline', 'fact_deadline', plain],
    ['daysLate', 'fact_days_late', amount('days')],
  ],
};

const SAME_FACTS: Readonly<Record<string, string>> = { threatened_areas: 'hazards', seats: 'areas' };

/** A feature in the reader's words: its name, what it is, and the facts that are known of it. */
export function describeThing(layer: string, properties: Properties, language: Language): ThingWords {
  const kindKey = layer === 'areas' || layer === 'seats' ? `kind_${String(properties.level)}` : `kind_${layer}`;
  const title = properties.label ?? properties.name ?? properties.code ?? '';
  return {
    title: String(title === '' ? properties.code : title),
    kind: hasText('app', kindKey) ? text(language, 'app', kindKey) : '',
    facts: (FACTS[SAME_FACTS[layer] ?? layer] ?? []).flatMap(([property, label, reading]) => {
      const value = readFact(properties[property], reading, language);
      return value === null ? [] : [{ label: text(language, 'app', label), value }];
    }),
  };
}

function readFact(value: unknown, reading: Reading, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (reading.as === 'amount') {
    const written = writeAmount(Number(value), reading.unit, { language, reading: reading.reading });
    return `${written.value} ${written.unit}`.trim();
  }
  if (reading.as === 'joinState') return describeJoinState(String(value), language);
  const key = reading.as === 'name' ? `${reading.list}_${String(value)}` : '';
  return hasText('things', key) ? text(language, 'things', key) : String(value);
}

/** Why a settlement is joined, is not, or is not asked; without the distance, which is the county's setting and not the map's to tell. */
function describeJoinState(state: string, language: Language): string {
  const plainKey = `state_${state}`;
  if (hasText('tools', plainKey)) return text(language, 'tools', plainKey);
  const key = `join_${state}`;
  return hasText('network', key) ? text(language, 'network', key) : state;
}
