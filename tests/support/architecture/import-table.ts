import type { SourceFile } from './source-file.ts';

/**
 * Zones of the project, first match wins, and what each may import beside itself (style guide, section 2). `client/map/a.ts` is in the zone
 * `client/map`. A server folder that is not named here is a feature of its own.
 */
interface Zone {
  readonly name: string;
  readonly matches: RegExp;
  /** Names of other zones; `*` = everything but what nothing may import. */
  readonly imports: readonly string[];
}

const CORE_BASE = ['core/units', 'core/errors', 'core/texts'];
const CORE = [
  ...CORE_BASE,
  'core/geo',
  'core/county',
  'core/network',
  'core/indicators',
  'core/ledgers',
  'core/planning',
  'core/cartography',
  'core/api',
];

const ZONES: readonly Zone[] = [
  { name: 'core/units', matches: /^core\/units\.ts$/, imports: [] },
  { name: 'core/errors', matches: /^core\/errors\.ts$/, imports: [] },
  { name: 'core/texts', matches: /^core\/texts\//, imports: [] },
  { name: 'core/geo', matches: /^core\/geo\//, imports: CORE_BASE },
  { name: 'core/county', matches: /^core\/county\//, imports: [...CORE_BASE, 'core/geo'] },
  { name: 'core/network', matches: /^core\/network\//, imports: [...CORE_BASE, 'core/geo', 'core/county'] },
  {
    name: 'core/indicators',
    matches: /^core\/indicators\//,
    imports: [...CORE_BASE, 'core/geo', 'core/county', 'core/network'],
  },
  { name: 'core/ledgers', matches: /^core\/ledgers\//, imports: CORE.slice(0, 7) },
  { name: 'core/planning', matches: /^core\/planning\//, imports: CORE.slice(0, 7) },
  { name: 'core/cartography', matches: /^core\/cartography\//, imports: CORE.slice(0, 9) },
  { name: 'core/api', matches: /^core\/api\//, imports: CORE },
  { name: 'server/config', matches: /^server\/config\.ts$/, imports: ['core/errors'] },
  { name: 'server/db', matches: /^server\/db\//, imports: ['server/config', ...CORE] },
  { name: 'server/http', matches: /^server\/http\//, imports: ['server/config', ...CORE] },
  { name: 'server/entry', matches: /^server\/([\w-]+|cli\/main)\.ts$/, imports: ['*'] },
  {
    name: 'server/feature',
    matches: /^server\/[\w-]+\//,
    imports: ['server/config', 'server/db', 'server/http', ...CORE],
  },
  { name: 'client/ui', matches: /^client\/ui\//, imports: [] },
  { name: 'client/api', matches: /^client\/api\//, imports: CORE },
  { name: 'client/state', matches: /^client\/state\//, imports: ['client/api', ...CORE] },
  { name: 'client/map', matches: /^client\/map\//, imports: ['client/state', 'client/ui', ...CORE] },
  { name: 'client/panels', matches: /^client\/panels\//, imports: ['client/state', 'client/ui', ...CORE] },
  {
    name: 'client/app',
    matches: /^client\/(app\/|main\.tsx$)/,
    imports: ['client/ui', 'client/api', 'client/state', 'client/map', 'client/panels', ...CORE],
  },
  { name: 'data', matches: /^data\//, imports: CORE },
  { name: 'migrations', matches: /^migrations\//, imports: [] },
  { name: 'bench', matches: /^bench\//, imports: ['*', 'scripts'] },
  { name: 'scripts', matches: /^scripts\//, imports: ['*'] },
  { name: 'tests', matches: /^tests\//, imports: ['*', 'bench', 'scripts'] },
];

/** Zones that only tests may import, if anyone. */
const NEVER_IMPORTED = ['bench', 'scripts', 'tests'];
/** What `*` leaves out for the entry files of the server and for scripts. */
const CLIENT = /^client\//;

/** Zone of a path; server features carry their folder so that two features differ. */
function findZone(path: string): { readonly zone: Zone; readonly key: string } | undefined {
  const zone = ZONES.find((candidate) => candidate.matches.test(path));
  if (zone === undefined) return undefined;
  const key = zone.name === 'server/feature' ? path.split('/').slice(0, 2).join('/') : zone.name;
  return { zone, key };
}

/** Whether the table allows `from` to import `to`; both are paths in the project. */
export function isImportAllowed(from: string, to: string): boolean {
  const source = findZone(from);
  const target = findZone(to);
  if (source === undefined || target === undefined) return false;
  if (source.key === target.key) return true;
  if (source.zone.imports.includes(target.zone.name)) return true;
  const isOpen = source.zone.imports.includes('*') && !NEVER_IMPORTED.includes(target.zone.name);
  return isOpen && (source.zone.name === 'tests' || !CLIENT.test(to));
}

/** Imports that the table does not allow, as `from -> to`. */
export function listForbiddenImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    file.imports.flatMap(({ target }) =>
      target === null || isImportAllowed(file.path, target) ? [] : [`${file.path} -> ${target}`],
    ),
  );
}

/** Imports of files that are not there: a misspelt path in a type import or an address of a worker. */
export function listDanglingImports(files: readonly SourceFile[]): readonly string[] {
  const paths = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    file.imports.flatMap(({ target }) =>
      target !== null && /\.(ts|tsx|mjs)$/.test(target) && !paths.has(target) ? [`${file.path} -> ${target}`] : [],
    ),
  );
}

/** Circles of imports, type imports included; each as the path around it. */
export function listCycles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target, isAddress }) => (isAddress ? [] : (target ?? []))),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}
