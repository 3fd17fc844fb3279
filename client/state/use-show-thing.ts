import { useMapStore } from './map-store.ts';
import { selectSite, usePlanMapStore } from './plan-map-store.ts';
import { usePlanEvaluation } from './use-plan-evaluation.ts';
import { usePlanPlaces } from './use-plan-places.ts';
import { openPlanTab } from './view-store.ts';

/** Half the side of what is shown around a thing, in degrees: some kilometres. */
const AROUND_DEGREES = 0.02;

/** Shows a site or a settlement of the plan where it is edited, and moves the map there; null for what has no place. */
export function useShowThing(): (code: string) => (() => void) | null {
  const places = usePlanPlaces();
  const sites = usePlanEvaluation().data?.sites;
  return (code) => {
    const site = sites?.find(({ siteCode }) => siteCode === code) ?? places.sites.get(code);
    const position = (site ?? places.settlements.get(code))?.position;
    if (!position) return null;
    const [lon, lat] = position;
    return () => {
      openPlanTab('edit');
      if (site) selectSite(code);
      else usePlanMapStore.setState({ selectedSettlement: code });
      const wanted = [lon - AROUND_DEGREES, lat - AROUND_DEGREES, lon + AROUND_DEGREES, lat + AROUND_DEGREES] as const;
      useMapStore.setState({ wanted });
    };
  };
}
