import type { County } from '#core/county/county.ts';
import { labelSegment } from '#core/county/label-segment.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { Language } from '#core/texts/language.ts';
import { readPlaced } from './read-placed.ts';

/** The name of a thing by its code; the code itself where it has none. */
export type ThingNames = (code: string) => string;

interface Named {
  readonly code: string;
  readonly name: string | null;
  readonly nameEn: string | null;
}

/** Names of what plans are about: things of the county and those that commands place. Looked up only when one is asked for. */
export function createThingNames(language: Language, county: County, commands: readonly PlanCommand[]): ThingNames {
  let names: ReadonlyMap<string, string> | undefined;
  const collect = (): ReadonlyMap<string, string> => {
    const lists: readonly (readonly Named[])[] = [
      county.sites,
      county.settlements,
      county.parks,
      county.services,
      county.plans,
    ];
    const found = new Map<string, string>();
    for (const { code, name, nameEn } of lists.flat()) {
      const own = language === 'en' ? nameEn || name : name;
      if (own) found.set(code, own);
    }
    // as the map and the page call roads
    for (const segment of county.segments) found.set(segment.code, labelSegment(language, segment));
    for (const command of commands) {
      const placed = readPlaced(command);
      if (placed?.name !== undefined) found.set(placed.code, placed.name);
    }
    return found;
  };
  return (code) => {
    names ??= collect();
    return names.get(code) ?? code;
  };
}
