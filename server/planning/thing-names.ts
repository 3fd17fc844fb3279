import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { Language } from '#core/texts/language.ts';

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
      county.segments,
      county.parks,
      county.services,
      county.plans,
    ];
    const found = new Map<string, string>();
    for (const { code, name, nameEn } of lists.flat()) {
      const own = language === 'en' ? nameEn || name : name;
      if (own) found.set(code, own);
    }
    for (const command of commands) {
      const [code, name] = readPlaced(command);
      if (code !== undefined && name !== undefined) found.set(code, name);
    }
    return found;
  };
  return (code) => {
    names ??= collect();
    return names.get(code) ?? code;
  };
}

/** Code and name of what a command places. */
function readPlaced(command: PlanCommand): readonly [string?, string?] {
  switch (command.kind) {
    case 'place_site':
      return [command.input.siteCode, command.input.name];
    case 'add_segment':
      return [command.input.segmentCode, command.input.name];
    case 'place_park':
      return [command.input.parkCode, command.input.name];
    case 'place_service':
      return [command.input.serviceCode, command.input.name];
    default:
      return [];
  }
}
