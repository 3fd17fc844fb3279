import { pinyin } from 'pinyin-pro';
import type { SearchHit } from '#core/api/areas.ts';
import type { County } from '#core/county/county.ts';
import { compareCodes } from '#core/county/sort-things.ts';
import { getArea, listParents } from './area-answers.ts';
import { listSearchable, type Searchable } from './list-searchable.ts';

/** A searchable thing with the forms under which it is found. */
interface SearchEntry {
  readonly thing: Searchable;
  readonly name: string;
  readonly nameEn: string;
  readonly code: string;
  /** Pinyin without tones and spaces, and where its syllables begin. */
  readonly spelling: string;
  readonly syllableStarts: readonly number[];
  readonly initials: string;
}

/** Everything of a county that has a name, ready to be searched. */
export interface SearchIndex {
  /** The best hits, best first. */
  search(query: string, limit: number): readonly RankedHit[];
}

/** A hit and how well it fits: lower is better. */
export interface RankedHit {
  readonly rank: number;
  readonly hit: SearchHit;
}

/** What is meant more often stands first among equals. */
const KIND_ORDER: readonly SearchHit['kind'][] = [
  'county',
  'town',
  'village',
  'site',
  'settlement',
  'park',
  'service',
  'hazard',
  'segment',
];

/** Ranks: the whole name, its beginning, code, pinyin, initials, then places within. */
const NO_MATCH = 99;

/** Index of a county; built once per data revision. */
export function createSearchIndex(county: County): SearchIndex {
  const entries = listSearchable(county).map(toEntry);
  return {
    search(query, limit) {
      const wanted = normalize(query);
      if (wanted === '') return [];
      return entries
        .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
        .filter(({ rank }) => rank < NO_MATCH)
        .sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry))
        .slice(0, limit)
        .map(({ entry, rank }) => ({ rank, hit: toHit(county, entry.thing) }));
    },
  };
}

const normalize = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

function toEntry(thing: Searchable): SearchEntry {
  const syllables = pinyin(thing.name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map(
    normalize,
  );
  let start = 0;
  const syllableStarts = syllables.map((syllable) => {
    start += syllable.length;
    return start - syllable.length;
  });
  return {
    thing,
    name: normalize(thing.name),
    nameEn: normalize(thing.nameEn),
    code: thing.code.toLowerCase(),
    spelling: syllables.join(''),
    syllableStarts,
    initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  };
}

function rankOf(entry: SearchEntry, wanted: string): number {
  if (entry.name === wanted || entry.code === wanted) return 0;
  if (entry.name.startsWith(wanted)) return 1;
  if (entry.code.startsWith(wanted)) return 2;
  if (entry.spelling.startsWith(wanted) || entry.nameEn.startsWith(wanted)) return 3;
  if (entry.initials.startsWith(wanted)) return 4;
  if (entry.name.includes(wanted)) return 5;
  if (entry.syllableStarts.some((start) => entry.spelling.startsWith(wanted, start))) return 6;
  return entry.initials.includes(wanted) && wanted.length > 1 ? 7 : NO_MATCH;
}

/** Of equal rank: by kind, then the shorter name, then the code. */
function compareEntries(a: SearchEntry, b: SearchEntry): number {
  return (
    KIND_ORDER.indexOf(a.thing.kind) - KIND_ORDER.indexOf(b.thing.kind) ||
    a.name.length - b.name.length ||
    compareCodes(a.thing.code, b.thing.code)
  );
}

function toHit(county: County, { code, kind, name, nameEn, areaCode, position }: Searchable): SearchHit {
  const area = getArea(county, areaCode);
  const path = [...listParents(county, area), area].map((each) => each.name);
  return { code, kind, name, nameEn, areaCode, path, position: [...position] };
}
