import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '#core/texts/en/index.ts';
import { zh } from '#core/texts/zh/index.ts';
import {
  isImportAllowed,
  listCycles,
  listDanglingImports,
  listForbiddenImports,
} from '#tests/support/architecture/import-table.ts';
import { listWallBreaks } from '#tests/support/architecture/package-walls.ts';
import { loadSourceFiles, ROOT, readSourceFile, type SourceFile } from '#tests/support/architecture/source-file.ts';

const SCRIPTS = [
  'start',
  'dev',
  'build',
  'guatu',
  'check',
  'lint',
  'format',
  'typecheck',
  'test',
  'test:watch',
  'bench',
  'db:migrate',
  'db:seed',
];
/** The server, the bundler of `npm run dev`, and the keeper of the tests' PostgreSQL; beside them only the lock in `server/db`. */
const LISTENERS = ['scripts/dev.ts', 'scripts/throwaway-postgres-keeper.ts', 'server/http/open-port.ts'];
const MAX_FILE_LINES = 400;
const MAX_FUNCTION_LINES = 80;
const MAX_COMPONENT_LINES = 150;
/** Of exported functions; arithmetic inside a file may take one more. */
const MAX_PARAMETERS = 3;
/** Files that are tables: the size limit is about logic. */
const TABLES = /^core\/texts\/|palette|-table\.ts$|\/kinds\.ts$/;
const BANNED_WORDS = /(^|[-/])(utils?|helpers?|misc|common)([-./]|$)/;
/** The one file with such a name: the parameters that all addresses share. */
const SHARED_PARAMETERS = 'core/api/common.ts';
/** Vitest demands a default export in these. */
const VITEST_FILES = ['tests/support/global-setup.ts', 'bench/story/vitest.config.ts'];
/**
 * Sentences live in core/texts; symbols are characters that are drawn, the sample county and the
 * words that ledgers of offices use are data, and the bootstrap runs before imports work.
 */
const SPEAKING =
  /^(core\/texts|core\/cartography\/symbols|data)\/|^scripts\/bootstrap\.mjs$|^server\/imports\/fields\.ts$|^core\/ledgers\/words\//;
/** Role suffixes, each with the folder in which it means something. */
const ROLES: Readonly<Record<string, RegExp>> = {
  routes: /^server\//,
  service: /^server\//,
  store: /^(server|client\/state)\//,
  layer: /^client\/map\//,
  mode: /^client\/map\//,
  control: /^client\/map\//,
  // A sheet has panels beside its map as the screen has.
  panel: /^client\/panels\/|^core\/cartography\/sheet\/furniture\//,
};
const FOREIGN_ROLES =
  /-(controller|repository|manager|handlers|provider|entity|dto|reducer|saga|container|component|hook|view-model)\.tsx?$/;

const files = loadSourceFiles();
const product = files.filter((file) => !/^(tests|bench)\//.test(file.path));

function listLong(file: SourceFile): string[] {
  return file.functions
    .filter(({ name, lineCount }) => {
      const isComponent = file.path.endsWith('.tsx') && /^[A-Z]/.test(name);
      return lineCount > (isComponent ? MAX_COMPONENT_LINES : MAX_FUNCTION_LINES);
    })
    .map(({ name, line, lineCount }) => `${file.path}:${line} ${name} has ${lineCount} lines`);
}

/** Placeholders of every sentence, by `topic.key`. */
function flattenTexts(tables: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly string[]> {
  const sentences = Object.entries(tables).flatMap(([topic, table]) =>
    Object.entries(table as Readonly<Record<string, unknown>>).map(
      ([key, written]) => [`${topic}.${key}`, written] as const,
    ),
  );
  return new Map(
    sentences.map(([key, written]) => [
      key,
      [...String(written).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    ]),
  );
}

describe('dependencies', () => {
  it('point the way of the table, type imports included', () => {
    expect(listForbiddenImports(files)).toEqual([]);
  });

  it('have no circles', () => {
    expect(listCycles(files)).toEqual([]);
  });

  it('name files that are there', () => {
    expect(listDanglingImports(files)).toEqual([]);
  });

  it('keep packages behind their walls', () => {
    expect(listWallBreaks(files)).toEqual([]);
  });

  it('leave the environment to server/config.ts', () => {
    const readers = product.filter((file) => /process\.env\b/.test(file.text)).map((file) => file.path);
    expect(readers.sort()).toEqual(['scripts/bootstrap.mjs', 'server/config.ts']);
  });

  it('leave fetch to client/api and listening to the open port', () => {
    const fetching = product.filter(
      (file) => /(?<![.\w])fetch\(/.test(file.text) && !file.path.startsWith('client/api/'),
    );
    expect(fetching.map((file) => file.path)).toEqual([]);
    const isDatabase = /^server\/db\//;
    const listening = product.filter((file) => /\.listen\(/.test(file.text) && !isDatabase.test(file.path));
    expect(listening.map((file) => file.path).sort()).toEqual(LISTENERS);
  });

  it('keep clock and chance out of core', () => {
    const impure = /Math\.random\(|Date\.now\(|new Date\(\)|performance\.now\(/;
    expect(
      files.filter((file) => file.path.startsWith('core/') && impure.test(file.text)).map((file) => file.path),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  it('keep files within 400 lines', () => {
    const long = product.filter((file) => file.lineCount > MAX_FILE_LINES && !TABLES.test(file.path));
    expect(long.map((file) => `${file.path} has ${file.lineCount} lines`)).toEqual([]);
  });

  it('keep functions within 80 lines and components within 150', () => {
    expect(product.flatMap(listLong)).toEqual([]);
  });

  it('keep positional parameters of exported functions to three', () => {
    const wide = product.flatMap((file) =>
      file.functions
        .filter(({ name, parameterCount }) => {
          const limit = file.exportNames.includes(name) ? MAX_PARAMETERS : MAX_PARAMETERS + 1;
          return name !== '' && parameterCount > limit;
        })
        .map((candidate) => `${file.path}:${candidate.line} ${candidate.name}(${candidate.parameterCount})`),
    );
    expect(wide).toEqual([]);
  });

  it('keep npm scripts to the thirteen of the style guide', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(manifest.scripts)).toEqual(SCRIPTS);
  });
});

describe('names', () => {
  it('avoid words for things without a home', () => {
    expect(
      files.filter((file) => BANNED_WORDS.test(file.path) && file.path !== SHARED_PARAMETERS).map((file) => file.path),
    ).toEqual([]);
  });

  it('use role suffixes of the closed list where they belong', () => {
    const strayed = product.filter((file) => {
      const suffix = /-(\w+)\.tsx?$/.exec(basename(file.path))?.[1] ?? '';
      const home = ROLES[suffix];
      return (
        FOREIGN_ROLES.test(file.path) || (home !== undefined && Object.hasOwn(ROLES, suffix) && !home.test(file.path))
      );
    });
    expect(strayed.map((file) => file.path)).toEqual([]);
  });

  it('give migrations a time and words', () => {
    const misnamed = files.filter(
      (file) => file.path.startsWith('migrations/') && !/\/\d{14}-[a-z0-9-]+\.ts$/.test(file.path),
    );
    expect(misnamed.map((file) => file.path)).toEqual([]);
  });

  it('name component files after their component', () => {
    const components = product.filter((file) => file.path.endsWith('.tsx') && file.path !== 'client/main.tsx');
    const misnamed = components.filter((file) => {
      // A file of several, like states.tsx, is named after their plural.
      const name = basename(file.path, '.tsx').replaceAll('-', '').replace(/s$/, '');
      return !file.exportNames.some((exportName) => exportName.toLowerCase().includes(name));
    });
    expect(misnamed.map((file) => file.path)).toEqual([]);
  });
});

describe('exports', () => {
  it('are named', () => {
    expect(
      files
        .filter((file) => file.exportNames.includes('default') && !VITEST_FILES.includes(file.path))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('are never passed on from another file', () => {
    const barrels = files.flatMap((file) => file.reExports.map((from) => `${file.path}: ${from}`));
    expect(barrels).toEqual([]);
  });

  it('of core and server say what they are', () => {
    const documented = files.filter((file) => /^(core|server)\//.test(file.path));
    expect(documented.flatMap((file) => file.undocumentedExports.map((name) => `${file.path}: ${name}`))).toEqual([]);
  });
});

describe('texts', () => {
  it('have the same topics and keys in both languages, and no placeholder in English alone', () => {
    const chinese = flattenTexts(zh);
    const english = flattenTexts(en);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    const unfilled = [...english].flatMap(([key, names]) =>
      names.filter((name) => !(chinese.get(key) ?? []).includes(name)).map((name) => `${key}: {${name}}`),
    );
    expect(unfilled).toEqual([]);
  });

  it('stand in core/texts and nowhere else', () => {
    const speaking = product.filter((file) => !SPEAKING.test(file.path));
    const chinese = speaking.flatMap((file) =>
      file.strings.filter((string) => /\p{Script=Han}/u.test(string)).map((string) => `${file.path}: ${string}`),
    );
    expect(chinese).toEqual([]);
  });

  it('have no unfinished work beside them', () => {
    const unfinished = product.filter((file) => /\b(TODO|FIXME|XXX)\b/.test(file.text)).map((file) => file.path);
    expect(unfinished).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('let features use the database and not each other', () => {
    expect(isImportAllowed('server/maps/maps-routes.ts', 'server/db/database.ts')).toBe(true);
    expect(isImportAllowed('server/maps/maps-routes.ts', 'server/maps/maps-service.ts')).toBe(true);
    expect(isImportAllowed('server/maps/maps-routes.ts', 'server/county/county-service.ts')).toBe(false);
    expect(isImportAllowed('server/compose.ts', 'server/county/county-service.ts')).toBe(true);
    expect(isImportAllowed('server/compose.ts', 'client/main.tsx')).toBe(false);
    expect(isImportAllowed('client/map/map-view.tsx', 'client/panels/figure-panel.tsx')).toBe(false);
    expect(isImportAllowed('core/county/county.ts', 'core/indicators/figure.ts')).toBe(false);
    expect(isImportAllowed('server/main.ts', 'scripts/build.ts')).toBe(false);
  });

  it('see type imports, re-exports, dynamic imports and worker addresses', () => {
    const file = readSourceFile(
      'server/a/x.ts',
      `import type { A } from './a.ts';\nexport { b } from '#core/b.ts';\nawait import('../c.ts');\nnew ${'URL'}('./d.ts', import.meta.url);\n`,
    );
    expect(file.imports.map(({ target }) => target)).toEqual([
      'server/a/a.ts',
      'core/b.ts',
      'server/c.ts',
      'server/a/d.ts',
    ]);
  });

  it('find circles, missing docstrings and the length of functions', () => {
    const a = readSourceFile('core/geo/a.ts', `import type { B } from './b.ts';\nexport const a: B = 1;\n`);
    const b = readSourceFile('core/geo/b.ts', `import { a } from './a.ts';\n/** B. */\nexport type B = typeof a;\n`);
    expect(listCycles([a, b])).toEqual(['core/geo/a.ts -> core/geo/b.ts -> core/geo/a.ts']);
    expect([a.undocumentedExports, b.undocumentedExports]).toEqual([['a'], []]);
    const long = readSourceFile('core/geo/c.ts', `const c = (x: number) => {\n\n\n  return x;\n};\n`);
    expect(long.functions).toEqual([{ name: 'c', line: 1, lineCount: 5, parameterCount: 1 }]);
  });
});
