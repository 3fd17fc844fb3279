import type { PlanEdit } from '../county/plan.ts';
import { geodesicLengthMeters } from '../geo/geodesic-length.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { formatNumber } from '../indicators/format-figure.ts';
import type { Language } from '../texts/language.ts';
import { type TextKey, type TextValues, text } from '../texts/text.ts';
import { metersToKilometers } from '../units.ts';

/** Who reads, and how things are called. */
export interface PlanWords {
  readonly language: Language;
  /** Name of a thing by its code; the code where nothing else is known. */
  readonly nameOf: (code: string) => string;
}

/** Five decimals of a degree are about a metre. */
const DECIMALS = 5;

/** A command in one plain sentence, wherever it is told: in the page, in a terminal, in a table. */
export function describeCommand(command: PlanEdit, { language, nameOf }: PlanWords): string {
  const say = (key: TextKey<'plans'>, values: TextValues): string => text(language, 'plans', key, values);
  switch (command.kind) {
    case 'place_site':
    case 'set_capacity': {
      const { siteCode, capacityHouseholds } = command.input;
      return say(`cmd_${command.kind}`, { name: nameOf(siteCode), n: formatNumber(capacityHouseholds, 0) });
    }
    case 'move_site': {
      const { siteCode, position } = command.input;
      return say('cmd_move_site', { name: nameOf(siteCode), place: writePosition(position) });
    }
    case 'remove_site':
    case 'assess_site':
    case 'close_site':
    case 'open_site':
      return say(`cmd_${command.kind}`, { name: nameOf(command.input.siteCode) });
    case 'assign_settlement':
    case 'release_settlement':
    case 'arrange_settlement':
      return say(`cmd_${command.kind}`, {
        name: nameOf(command.input.settlementCode),
        ...describeGoal(command.input, { language, nameOf }),
      });
    case 'assign_household':
    case 'release_household':
    case 'arrange_household':
      return say(`cmd_${command.kind}`, {
        name: command.input.householdCode,
        ...describeGoal(command.input, { language, nameOf }),
      });
    case 'harden_segment':
      return say('cmd_harden_segment', { name: nameOf(command.input.segmentCode), year: command.input.year });
    case 'leave_segment':
      return say('cmd_leave_segment', { name: nameOf(command.input.segmentCode) });
    default:
      return describePlaced(command, { language, nameOf });
  }
}

type PlacedEdit = Extract<PlanEdit, { kind: 'add_segment' | 'place_park' | 'place_service' | 'remove_placed' }>;

function describePlaced(command: PlacedEdit, { language, nameOf }: PlanWords): string {
  const say = (key: TextKey<'plans'>, values: TextValues): string => text(language, 'plans', key, values);
  switch (command.kind) {
    case 'add_segment': {
      const { segmentCode, line, year } = command.input;
      const km = formatNumber(metersToKilometers(geodesicLengthMeters(line.coordinates)), 2);
      const length = `${km} ${text(language, 'figures', 'unit_km')}`;
      return say('cmd_add_segment', { name: nameOf(segmentCode), year, km: length });
    }
    case 'place_park':
      return say('cmd_place_park', { name: command.input.name, product: command.input.product });
    case 'place_service': {
      const { name, kind } = command.input;
      return say('cmd_place_service', { name, kind: text(language, 'things', `service_${kind}`) });
    }
    case 'remove_placed':
      return say('cmd_remove_placed', { name: nameOf(command.input.code) });
  }
}

/** Where those of a command go, or how they are arranged. */
function describeGoal(input: GoalInput, { language, nameOf }: PlanWords): TextValues {
  if ('siteCode' in input) return { site: nameOf(input.siteCode) };
  return 'arrangement' in input ? { arrangement: text(language, 'things', `arrangement_${input.arrangement}`) } : {};
}

type GoalKind = `${'assign' | 'release' | 'arrange'}_${'settlement' | 'household'}`;
type GoalInput = Extract<PlanEdit, { kind: GoalKind }>['input'];

/** A position as it is typed: `107.21430,27.03650`. */
export const writePosition = (position: LonLat): string =>
  position.map((degrees) => degrees.toFixed(DECIMALS)).join(',');
