import { type ChooseSitesRequest, chooseSitesRequestSchema } from '#core/api/choices.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { DemandKind, ShortageKind, SplitKind } from '#core/planning/choices/site-choice.ts';
import type { LocationKind } from '#core/planning/solvers/location-problem.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';

/** What is asked of a site: it must stay open, or must not open. */
export const SITE_PICKS = ['required', 'excluded'] as const;
export type SitePick = (typeof SITE_PICKS)[number];

/** The question as it is typed; numbers as text, empty = not given. */
export interface ChooseForm {
  readonly problem: LocationKind;
  readonly demand: DemandKind;
  readonly split: SplitKind;
  readonly shortage: ShortageKind;
  readonly usesSites: boolean;
  readonly suitable: string;
  readonly capacityHouseholds: string;
  readonly measure: 'minutes' | 'meters';
  readonly sites: string;
  readonly budgetWanYuan: string;
  readonly limit: string;
  readonly seed: string;
  readonly timeLimitSeconds: string;
  readonly positions: readonly LonLat[];
  readonly picks: Readonly<Record<string, SitePick>>;
}

/** A question that the sample county can answer. */
export const INITIAL_CHOOSE_FORM: ChooseForm = {
  problem: 'capacitated_p_median',
  demand: 'relocation',
  split: 'when_needed',
  shortage: 'place_most',
  usesSites: true,
  suitable: '0',
  capacityHouseholds: '100',
  measure: 'minutes',
  sites: '8',
  budgetWanYuan: '',
  limit: '30',
  seed: '1',
  timeLimitSeconds: '30',
  positions: [],
  picks: {},
};

/** Number fields with the bounds of the contract. */
export const CHOOSE_NUMBERS = {
  suitable: { least: 0, most: 500, isWhole: true, label: 'choose_suitable' },
  capacityHouseholds: { least: 0, most: 20_000, isWhole: true, label: 'choose_capacity' },
  sites: { least: 1, most: 500, isWhole: true, label: 'choose_sites' },
  budgetWanYuan: { least: 0, most: 10_000_000, isWhole: false, label: 'choose_budget' },
  limit: { least: 0, most: 10_000, isWhole: false, label: 'choose_limit' },
  seed: { least: 0, most: 2 ** 31 - 1, isWhole: true, label: 'choose_seed' },
  timeLimitSeconds: { least: 1, most: 600, isWhole: false, label: 'choose_seconds' },
} as const satisfies Record<string, NumberBounds>;
export type ChooseNumber = keyof typeof CHOOSE_NUMBERS;

/** Bounds of a number that is typed, and how it is called. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly label: TextKey<'plans'>;
}

/** Whether the problem asks for a limit. */
export const isCover = (problem: LocationKind): boolean => problem === 'maximal_cover' || problem === 'set_cover';

/** Reads a number that is typed: `null` where it is empty, `undefined` where it is none or out of bounds. */
export function readNumber(typed: string, { least, most, isWhole }: NumberBounds): number | null | undefined {
  if (typed.trim() === '') return null;
  const value = Number(typed);
  return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : undefined;
}

/** A clear sentence about a number that cannot be meant. */
export const describeNumberFault = (
  { label, least, most, isWhole }: NumberBounds,
  { typed, language }: { readonly typed: string; readonly language: Language },
): string =>
  text(language, 'plans', isWhole ? 'number_whole_invalid' : 'number_invalid', {
    name: text(language, 'plans', label),
    got: typed,
    least,
    most,
  });

/** Where and for whom the question is asked. */
export interface ChoiceAddress {
  readonly county: string;
  readonly plan: string | null;
  readonly lang: Language;
}

const REQUIRED: readonly ChooseNumber[] = ['suitable', 'capacityHouseholds', 'seed', 'timeLimitSeconds'];

/** The question as it is sent, or the first thing that is wrong with it. */
export function readChooseForm(
  form: ChooseForm,
  address: ChoiceAddress,
): { readonly request: ChooseSitesRequest } | { readonly fault: string } {
  const language = address.lang;
  const numbers = {} as Record<ChooseNumber, number | null>;
  for (const name of Object.keys(CHOOSE_NUMBERS) as ChooseNumber[]) {
    if (name === 'limit' && !isCover(form.problem)) continue;
    const bounds = CHOOSE_NUMBERS[name];
    const value = readNumber(form[name], bounds);
    if (value === undefined || (value === null && REQUIRED.includes(name)))
      return { fault: describeNumberFault(bounds, { typed: form[name], language }) };
    numbers[name] = value;
  }
  const fault = findChooseFault(form, numbers);
  if (fault) return { fault: text(language, 'plans', fault) };
  const { suitable, capacityHouseholds, sites, budgetWanYuan, seed, timeLimitSeconds } = numbers;
  const codes = (pick: SitePick): string[] => Object.keys(form.picks).filter((code) => form.picks[code] === pick);
  return {
    request: chooseSitesRequestSchema.parse({
      kind: 'choose_sites',
      ...address,
      problem: form.problem,
      demand: form.demand,
      split: form.split,
      shortage: form.shortage,
      candidates: {
        sites: form.usesSites,
        suitable: suitable ?? 0,
        positions: form.positions.map((position) => ({ position, capacityHouseholds: capacityHouseholds ?? 0 })),
        capacityHouseholds: capacityHouseholds ?? 0,
      },
      measure: form.measure,
      sites,
      budgetWanYuan,
      limit: isCover(form.problem) ? numbers.limit : null,
      required: codes('required'),
      excluded: codes('excluded'),
      seed: seed ?? 1,
      timeLimitSeconds: timeLimitSeconds ?? 1,
    }),
  };
}

function findChooseFault(
  form: ChooseForm,
  { sites, budgetWanYuan, limit, suitable }: Readonly<Record<ChooseNumber, number | null>>,
): TextKey<'plans'> | null {
  if (isCover(form.problem) && (limit ?? null) === null) return 'choose_limit_missing';
  if (form.problem !== 'set_cover' && sites === null && budgetWanYuan === null) return 'choose_sites_missing';
  if (!form.usesSites && form.positions.length === 0 && suitable === 0) return 'choose_candidates_missing';
  return null;
}

/** What a click on a site asks next: nothing, stay, must not open, nothing. */
export function stepPick(picks: ChooseForm['picks'], code: string): ChooseForm['picks'] {
  const { [code]: now, ...others } = picks;
  if (now === undefined) return { ...others, [code]: 'required' };
  return now === 'required' ? { ...others, [code]: 'excluded' } : others;
}

/** Asks something of a site, or nothing. */
export function setPick(picks: ChooseForm['picks'], code: string, pick: SitePick | null): ChooseForm['picks'] {
  const { [code]: _, ...others } = picks;
  return pick === null ? others : { ...others, [code]: pick };
}
