import type { PlanEvaluationAnswer, SiteEvaluationAnswer } from '#core/api/plans.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { ShownCommand } from './plan-edits.ts';
import type { Refusal } from './plan-map-store.ts';
import type { PlanPlaces } from './use-plan-places.ts';

/** A site of the plan on the map. */
export interface DrawnSite {
  readonly code: string;
  readonly label: string;
  readonly position: LonLat;
  /** `320/400`; empty while it is not computed. */
  readonly load: string;
  readonly state: 'kept' | 'planned' | 'closed';
  readonly isOver: boolean;
}

/** Those who go from a settlement to a site. */
export interface DrawnFlow {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly siteCode: string;
  readonly households: number;
}

/** A place that is neither site nor settlement. */
export interface DrawnPlaced {
  readonly code: string;
  readonly label: string;
  readonly position: LonLat;
  readonly kind: 'park' | 'service';
}

/** A line from a site to what it is near to, or to the nearest place that passes. */
export interface DrawnTie {
  readonly kind: 'near' | 'far' | 'nearest_ok';
  readonly line: readonly [LonLat, LonLat];
  readonly label: string;
}

/** Sites under the commands: at once, before anything is computed; loads as they were computed last. */
export function drawSites(
  places: PlanPlaces,
  commands: readonly ShownCommand[],
  evaluation: PlanEvaluationAnswer | undefined,
): readonly DrawnSite[] {
  const sites = new Map<string, DrawnSite>();
  for (const { code, label, position } of places.sites.values())
    sites.set(code, { code, label, position, load: '', state: 'kept', isOver: false });
  for (const site of evaluation?.sites ?? [])
    sites.set(site.siteCode, drawEvaluated(site, places.sites.get(site.siteCode)?.label));
  for (const command of commands) applyToSites(sites, command);
  return [...sites.values()];
}

/** `label`: the name in the reader's language, of sites that stand today. */
function drawEvaluated(site: SiteEvaluationAnswer, label = site.name): DrawnSite {
  const { households } = site.assigned;
  return {
    code: site.siteCode,
    label,
    position: site.position,
    load: `${households}/${site.capacityHouseholds ?? '—'}`,
    state: site.isOpen ? (site.isPlanned ? 'planned' : 'kept') : 'closed',
    isOver: site.capacityHouseholds !== null && households > site.capacityHouseholds,
  };
}

function applyToSites(sites: Map<string, DrawnSite>, command: ShownCommand): void {
  switch (command.kind) {
    case 'place_site': {
      const { siteCode, name, position, capacityHouseholds } = command.input;
      const known = sites.get(siteCode);
      const fresh: DrawnSite = {
        code: siteCode,
        label: name ?? siteCode,
        position,
        load: `—/${capacityHouseholds}`,
        state: 'planned',
        isOver: false,
      };
      sites.set(siteCode, known ? { ...known, position } : fresh);
      return;
    }
    case 'move_site':
      patchSite(sites, command.input.siteCode, { position: command.input.position, state: 'planned' });
      return;
    case 'close_site':
      patchSite(sites, command.input.siteCode, { state: 'closed' });
      return;
    case 'open_site':
      patchSite(sites, command.input.siteCode, { state: 'kept' });
      return;
    case 'remove_site':
      sites.delete(command.input.siteCode);
  }
}

function patchSite(sites: Map<string, DrawnSite>, code: string, patch: Partial<DrawnSite>): void {
  const site = sites.get(code);
  if (site) sites.set(code, { ...site, ...patch });
}

/** Where the commands put a site last; null where they leave it where it was. */
export const findMovedPosition = (commands: readonly ShownCommand[], siteCode: string): LonLat | null =>
  commands.reduce<LonLat | null>(
    (position, command) =>
      (command.kind === 'place_site' || command.kind === 'move_site') && command.input.siteCode === siteCode
        ? command.input.position
        : position,
    null,
  );

/** Flows of an evaluation; those whose settlement is not on the map are left out. */
export function drawFlows(evaluation: PlanEvaluationAnswer | undefined, places: PlanPlaces): readonly DrawnFlow[] {
  const sites = new Map(evaluation?.sites.map(({ siteCode, position }) => [siteCode, position]));
  return (evaluation?.flows ?? []).flatMap(({ settlementCode, siteCode, households }) => {
    const from = places.settlements.get(settlementCode)?.position;
    const to = sites.get(siteCode);
    return from && to ? [{ from, to, siteCode, households }] : [];
  });
}

/** Parks and services that the plan placed and did not take out again. */
export function drawPlaced(commands: readonly ShownCommand[]): readonly DrawnPlaced[] {
  const placed = new Map<string, DrawnPlaced>();
  for (const command of commands) {
    if (command.kind === 'place_park') {
      const { parkCode: code, name: label, position } = command.input;
      placed.set(code, { code, label, position, kind: 'park' });
    }
    if (command.kind === 'place_service') {
      const { serviceCode: code, name: label, position } = command.input;
      placed.set(code, { code, label, position, kind: 'service' });
    }
    if (command.kind === 'remove_placed') placed.delete(command.input.code);
  }
  return [...placed.values()];
}

/** Segments that the plan hardens, with the year, and those it builds. */
export function listPlannedRoads(commands: readonly ShownCommand[]): {
  readonly hardened: ReadonlyMap<string, number>;
  readonly built: readonly { readonly code: string; readonly year: number; readonly line: readonly LonLat[] }[];
} {
  const hardened = new Map<string, number>();
  const built = new Map<string, { readonly year: number; readonly line: readonly LonLat[] }>();
  for (const command of commands) {
    if (command.kind === 'harden_segment') hardened.set(command.input.segmentCode, command.input.year);
    if (command.kind === 'leave_segment') hardened.delete(command.input.segmentCode);
    if (command.kind === 'add_segment')
      built.set(command.input.segmentCode, { year: command.input.year, line: command.input.line.coordinates });
    if (command.kind === 'remove_placed') built.delete(command.input.code);
  }
  return { hardened, built: [...built].map(([code, road]) => ({ code, ...road })) };
}

/** Lines to the nearest town, park and central village; from `at` where the site is in hand. */
export const drawCloseness = (
  site: SiteEvaluationAnswer | undefined,
  at: LonLat | null,
  writeTie: (tie: SiteEvaluationAnswer['closeness'][number]) => string,
): readonly DrawnTie[] =>
  (site?.closeness ?? []).flatMap((tie): DrawnTie[] =>
    site && tie.position
      ? [{ kind: tie.isNear ? 'near' : 'far', line: [at ?? site.position, tie.position], label: writeTie(tie) }]
      : [],
  );

/** The line from a refused place to the nearest one that passes. */
export function drawRefusal(refusal: Refusal | null, label: string): readonly DrawnTie[] {
  const nearest = refusal?.answer.nearest?.place.position;
  return refusal && nearest ? [{ kind: 'nearest_ok', line: [refusal.edit.input.position, nearest], label }] : [];
}
