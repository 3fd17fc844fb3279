import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ParseResult, parseSync } from 'vite';
import { listStrings, listUndocumentedExports, measureFunctions } from './syntax.ts';

/** Root of the project. */
export const ROOT = join(import.meta.dirname, '..', '..', '..');

const FOLDERS = ['core', 'server', 'client', 'data', 'migrations', 'tests', 'bench', 'scripts'];

/** An import of a file, type imports and `import()` included. */
export interface FoundImport {
  readonly specifier: string;
  /** Path in the project; null for packages and Node's own modules. */
  readonly target: string | null;
  /** The address of a worker or a process of its own: loaded elsewhere, so that it closes no circle. */
  readonly isAddress: boolean;
  /** Name of the package; null for files and Node's own modules. */
  readonly packageName: string | null;
}

/** A source file and what the rules look at. Paths are relative to the project, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly imports: readonly FoundImport[];
  readonly exportNames: readonly string[];
  /** `export … from`: the file is, in part, a barrel. */
  readonly reExports: readonly string[];
  readonly functions: ReturnType<typeof measureFunctions>;
  readonly undocumentedExports: readonly string[];
  readonly strings: readonly string[];
}

/** Every TypeScript and JavaScript file of the project's folders, parsed. */
export function loadSourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap(listPaths).map(loadSourceFile);
}

function listPaths(folder: string): string[] {
  const full = join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .sort();
}

function loadSourceFile(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return readSourceFile(path, text);
}

/** The same from a text: for tests of the rules themselves. */
export function readSourceFile(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0]?.message}`);
  const entries = parsed.module.staticExports.flatMap((statement) => statement.entries);
  return {
    path,
    text,
    lineCount: text.split('\n').length - 1,
    imports: [
      ...listSpecifiers(parsed, text).map((specifier) => resolveImport(path, specifier)),
      ...listAddresses(text).map((address) => ({ ...resolveImport(path, address), isAddress: true })),
    ],
    exportNames: entries.map((entry) =>
      entry.exportName.kind === 'Default' ? 'default' : (entry.exportName.name ?? '*'),
    ),
    reExports: entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    functions: measureFunctions(parsed, text),
    undocumentedExports: listUndocumentedExports(parsed, text),
    strings: listStrings(parsed),
  };
}

function listSpecifiers(parsed: ParseResult, text: string): string[] {
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const dynamic = dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end));
  return [
    ...staticImports.map((statement) => statement.moduleRequest.value),
    ...staticExports.flatMap((statement) => statement.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamic.filter((written) => /^['"].*['"]$/.test(written)).map((written) => written.slice(1, -1)),
  ];
}

function listAddresses(text: string): string[] {
  return [...text.matchAll(/new URL\('(\.{1,2}\/[^']+\.tsx?)', import\.meta\.url\)/g)].map((match) => match[1] ?? '');
}

function resolveImport(from: string, specifier: string): FoundImport {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return toFile(specifier, posix.join(posix.dirname(from), bare));
  if (bare.startsWith('#')) return toFile(specifier, bare.slice(1));
  if (bare.startsWith('node:')) return { specifier, target: null, packageName: null, isAddress: false };
  const [scope = '', name = ''] = bare.split('/');
  return { specifier, target: null, packageName: scope.startsWith('@') ? `${scope}/${name}` : scope, isAddress: false };
}

function toFile(specifier: string, target: string): FoundImport {
  return { specifier, target, packageName: null, isAddress: false };
}
