import type { PlanRow } from '#core/county/plan.ts';
import { NotFoundError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { getNetwork, type NetworkAt } from '#core/network/network.ts';
import { applyPlanToRoads, createRoadState } from '#core/network/road-state.ts';
import type { TravelMode } from '#core/network/travel.ts';

/** The roads that a question is about: of a county at a day, or as if a plan had been carried out. */
export interface AskedNetwork {
  readonly context: IndicatorContext;
  readonly network: NetworkAt;
  /** Taken as carried out; null = the roads of the day. */
  readonly plan: PlanRow | null;
}

const networks = new WeakMap<IndicatorContext, Map<string, NetworkAt>>();

/**
 * The roads of a context, with a plan's hardening carried out where one is named.
 *
 * @throws {NotFoundError} `unknown_plan`, with the plans there are
 */
export function getAskedNetwork(context: IndicatorContext, planCode: string | undefined): AskedNetwork {
  const { county } = context;
  const plan = planCode === undefined ? null : (county.plans.find(({ code }) => code === planCode) ?? null);
  if (planCode !== undefined && plan === null) {
    throw new NotFoundError('unknown_plan', `No plan ${planCode} in ${county.code}`, {
      plan: planCode,
      plans: county.plans.map(({ code }) => code).join(', ') || '–',
    });
  }
  return { context, plan, network: plan === null ? context.network() : getPlannedNetwork(context, plan) };
}

/** The same object for the same plan and day, because what is computed is kept by it. */
function getPlannedNetwork(context: IndicatorContext, plan: PlanRow): NetworkAt {
  const { county } = context;
  const planned = networks.get(context) ?? new Map<string, NetworkAt>();
  networks.set(context, planned);
  const known = planned.get(plan.code);
  if (known !== undefined) return known;
  const whole = { ...plan, commands: listCommands(county.plans, plan) };
  const network = getNetwork(county).at(applyPlanToRoads(county, createRoadState(context.state), { plan: whole }));
  planned.set(plan.code, network);
  return network;
}

/** The commands of a plan after those of the plans under it. */
function listCommands(plans: readonly PlanRow[], plan: PlanRow): PlanRow['commands'] {
  const chain: PlanRow[] = [];
  const climb = (upper: PlanRow | undefined): void => {
    if (upper === undefined || chain.includes(upper)) return;
    chain.unshift(upper);
    climb(plans.find(({ code }) => code === upper.basedOn));
  };
  climb(plan);
  return chain.flatMap(({ commands }) => commands);
}

/** Which data an answer rests on. */
export function describeBasis({ context: { county, asOf }, plan }: AskedNetwork, mode: TravelMode) {
  return {
    county: county.code,
    asOf,
    revision: county.revision,
    plan: plan?.code ?? null,
    mode,
    speedVersion: county.settings.speeds.version,
    hasElevation: county.dem !== null,
  };
}
