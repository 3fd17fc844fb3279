/** The nearest open site of each origin. */
export interface NearestSite {
  /** `Infinity` = none within the limit. */
  readonly minutes: Float64Array;
  /** Index into the sites; -1 = none. */
  readonly site: Int32Array;
}

/** Nobody has a site yet. */
export const createNearestSite = (originCount: number): NearestSite => ({
  minutes: new Float64Array(originCount).fill(Infinity),
  site: new Int32Array(originCount).fill(-1),
});

/** Copies into another of the same length, which may then be improved. */
export function copyNearestSite({ minutes, site }: NearestSite, into: NearestSite): NearestSite {
  into.minutes.set(minutes);
  into.site.set(site);
  return into;
}

/** Takes one more open site into account; of equally near ones the first by code. */
export function improveNearestSite(
  nearest: NearestSite,
  site: number,
  {
    minutes,
    rank,
    limitMinutes,
  }: { readonly minutes: Float64Array; readonly rank: Int32Array; readonly limitMinutes: number },
): void {
  for (let origin = 0; origin < minutes.length; origin++) {
    const cost = minutes[origin] as number;
    const best = nearest.minutes[origin] as number;
    if (cost === Infinity || cost > limitMinutes || cost > best) continue;
    if (cost === best && (rank[site] as number) > (rank[nearest.site[origin] as number] as number)) continue;
    nearest.minutes[origin] = cost;
    nearest.site[origin] = site;
  }
}
