import type { County } from '../county/county.ts';
import type { Language } from '../texts/language.ts';
import { hasText, text } from '../texts/text.ts';
import { METERS_PER_KILOMETER } from '../units.ts';

/** Kinds of part whose value is named in the topic `things`, with the prefix it has there. */
const THING_PREFIXES: Readonly<Record<string, string>> = {
  category: 'category',
  share: 'category',
  cause: 'cause',
  class: 'road_class',
  surface: 'surface',
  function: 'road_function',
  arrangement: 'arrangement',
  location: 'site_location',
  hazard: 'hazard_kind',
  facility: 'facility',
  kind: 'project_kind',
};

/** Ways of reaching a place; their keys are `way:place` (how far) and `way:place:limit` (who is within). */
const WAYS = ['straight', 'road', 'drive', 'tricycle', 'walk'];

/**
 * What people read for a part such as `category:industry`, `year:2026` or `road:school:1000`. A value that comes from the data (a product, a
 * class of problem) is its own name; a key that nobody knows is shown as it is.
 */
export function labelPart(language: Language, county: Pick<County, 'projects' | 'settings'>, part: string): string {
  const [kind = part, value, limit] = splitPart(part);
  const fixed = `part_${part.replace(':', '_')}`;
  const meters = county.settings.minimumWidthMeters;
  if (hasText('indicators', fixed)) return text(language, 'indicators', fixed, { meters });
  if (value === undefined) return part;
  const template = limit !== undefined && WAYS.includes(kind) ? `part_${kind}_limit` : `part_${kind}`;
  const kilometers = Number(kind === 'farming' ? value : (limit ?? value)) / METERS_PER_KILOMETER;
  const name = nameValue(language, county, { kind, value });
  return hasText('indicators', template)
    ? text(language, 'indicators', template, { value: name, kilometers, minutes: limit ?? '' })
    : name;
}

/** Kind, value and limit; a product's own name may hold a colon. */
function splitPart(part: string): readonly string[] {
  const [kind = part, ...rest] = part.split(':');
  const hasLimit = WAYS.some((way) => kind.startsWith(way)) || kind === 'farming';
  return hasLimit ? [kind, ...rest] : [kind, ...(rest.length > 0 ? [rest.join(':')] : [])];
}

function nameValue(
  language: Language,
  { projects, settings }: Pick<County, 'projects' | 'settings'>,
  { kind, value }: { readonly kind: string; readonly value: string },
): string {
  if (kind === 'definition') return nameDefinition(language, settings.minimumWidthMeters, value);
  const state = `join_${value}`;
  if (kind === 'unjoined' && hasText('network', state)) {
    return text(language, 'network', state, { meters: settings.joinDistanceMeters });
  }
  const thing = `${THING_PREFIXES[kind]}_${value}`;
  if (hasText('things', thing)) return text(language, 'things', thing);
  const own = kind === 'rule' ? `rule_${value}` : `part_place_${value}`;
  if (hasText('indicators', own)) return text(language, 'indicators', own);
  const project = kind === 'project' ? projects.find(({ code }) => code === value) : undefined;
  if (project) return language === 'zh' ? project.name : project.nameEn;
  return kind === 'product'
    ? value.replace('/', language === 'zh' ? '（' : ' (').concat(language === 'zh' ? '）' : ')')
    : value;
}

/** A definition of "joined" by its key `size:width:surfaces`. */
function nameDefinition(language: Language, meters: number, key: string): string {
  const [size = '', width = '', surfaces = ''] = key.split(':');
  return [`size_${size}`, `width_${width}`, `surfaces_${surfaces}`]
    .map((word) => (hasText('network', word) ? text(language, 'network', word, { meters }) : word))
    .join(language === 'zh' ? '，' : ', ');
}
