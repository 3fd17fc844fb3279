import type { Archive } from './open-archive.ts';

const RELATIONS = /^(.*\/)?_rels\/([^/]+)\.rels$/;
const RELATION = /<(?:\w+:)?Relationship\b[^>]*>/g;
const SHEET = /<(?:\w+:)?sheet\b[^>]*>/g;
/** Kinds of sheets that are no tables. */
const NO_TABLE = /\/(chartsheet|dialogsheet)$/i;

/** Places in the workbook, from 0, of sheets that are a chart or a dialogue: they hold no cells. */
export function findChartSheets({ entries }: Archive): ReadonlySet<number> {
  const places = new Set<number>();
  for (const entry of entries) {
    const [, folder = '', name] = RELATIONS.exec(entry.path) ?? [];
    if (name === undefined) continue;
    const relations = entry.read().toString('utf8').match(RELATION) ?? [];
    const ids = new Set(
      relations
        .filter((relation) => NO_TABLE.test(readAttribute(relation, 'Type')))
        .map((one) => readAttribute(one, 'Id')),
    );
    const workbook = entries.find(({ path }) => path === folder + name);
    if (ids.size === 0 || workbook === undefined) continue;
    const sheets = workbook.read().toString('utf8').match(SHEET) ?? [];
    for (const [index, sheet] of sheets.entries()) if (ids.has(readAttribute(sheet, '\\w+:id'))) places.add(index);
  }
  return places;
}

const readAttribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '';
