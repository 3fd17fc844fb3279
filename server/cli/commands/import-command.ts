import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { areaCodeSchema, dateSchema } from '#core/api/common.ts';
import { IMPORT_THINGS, type ImportAnswer, type ImportRequest, type ImportThing } from '#core/api/imports.ts';
import { ROAD_CLASSES } from '#core/county/kinds.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import type { CommandServices } from '../command-services.ts';
import { parseArguments } from '../read-arguments.ts';
import { importLedgers, isAboutLedgers } from './import-ledgers.ts';

const optionsSchema = z.object({
  code: areaCodeSchema.optional(),
  name: z.string().trim().min(1).max(60).optional(),
  nameEn: z.string().trim().min(1).max(80).optional(),
  date: dateSchema.optional(),
  map: z
    .string()
    .transform((written) => Object.fromEntries(written.split(',').map((pair) => pair.split('='))))
    .pipe(z.record(z.string(), z.enum(ROAD_CLASSES)))
    .optional(),
});

/** A file and what its features are, as typed: `roads.geojson --as segments`. */
interface NamedFile {
  readonly path: string;
  readonly as: ImportThing;
}

/** `import`: ledgers into a county that is there (`--county`), or a new county from files of features; all in one transaction or nothing. */
export const importCommand: Command = {
  name: 'import',
  usage: 'cli_import',
  async run(call, services) {
    const { args, language, locateFile, sayLine } = call;
    if (isAboutLedgers(args)) return importLedgers(call, services);
    const usage = text(language, 'imports', 'usage');
    const { files, options } = readCommandLine(args, usage);
    const asked = parseArguments(optionsSchema, { ...options, nameEn: options['name-en'] }, usage);
    const request: ImportRequest = {
      files: await readNamedFiles(files, locateFile, services),
      dataDate: asked.date ?? todayInShanghai(),
      ...(asked.code === undefined ? {} : { code: asked.code }),
      ...(asked.name === undefined ? {} : { name: asked.name }),
      ...(asked.nameEn === undefined ? {} : { nameEn: asked.nameEn }),
      ...(asked.map === undefined ? {} : { highwayClasses: asked.map }),
    };
    const answer = await services.importCounty(request, language);
    for (const sentence of [...answer.assumptions, ...answer.findings]) sayLine(sentence);
    sayLine(describeAnswer(answer, language));
    return {};
  },
};

/** Pairs each file with the `--as` that follows it. */
function readCommandLine(args: readonly string[], usage: string) {
  const values = ['as', 'code', 'name', 'name-en', 'date', 'map'];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(values.map((name) => [name, { type: 'string' as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const files: NamedFile[] = [];
  const options: Record<string, string> = {};
  let waiting: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (waiting !== null) throw missing('--as', usage);
      waiting = token.value;
    } else if (token.kind === 'option') {
      if (!values.includes(token.name)) throw invalid(token.rawName, usage);
      if (token.value === undefined) throw missing(token.rawName, usage);
      if (token.name !== 'as') options[token.name] = token.value;
      else if (waiting === null) throw missing('<file>', usage);
      else {
        files.push({ path: waiting, as: parseThing(token.value) });
        waiting = null;
      }
    }
  }
  if (waiting !== null) throw missing('--as', usage);
  if (files.length === 0) throw missing('<file>', usage);
  return { files, options };
}

const missing = (field: string, usage: string): InvalidInputError =>
  new InvalidInputError('missing_argument', `${field} is missing`, { field, usage });

const invalid = (field: string, usage: string): InvalidInputError =>
  new InvalidInputError('invalid_argument', 'Unknown argument', { field, got: field, expected: usage });

/** Also the singular (`--as segment`). */
function parseThing(written: string): ImportThing {
  const thing = IMPORT_THINGS.find((candidate) => candidate === written || candidate === `${written}s`);
  if (thing !== undefined) return thing;
  const expected = IMPORT_THINGS.join(' | ');
  throw new InvalidInputError('invalid_argument', '--as refused', { field: '--as', got: written, expected });
}

async function readNamedFiles(
  files: readonly NamedFile[],
  locateFile: (name: string) => string,
  { readFeatureText }: CommandServices,
): Promise<ImportRequest['files']> {
  const read: ImportRequest['files'] = [];
  for (const { path: written, as } of files) {
    const path = locateFile(written);
    await access(path).catch(() => {
      throw new InvalidInputError('file_not_found', `No file ${written}`, { file: written });
    });
    const name = basename(written);
    read.push({ name, as, text: await readFeatureText({ name, path }) });
  }
  return read;
}

function describeAnswer(answer: ImportAnswer, language: Language): string {
  const counts = Object.entries(answer.counts)
    .filter(([, count]) => count > 0)
    .map(([thing, count]) => `${text(language, 'imports', `thing_${thing as ImportThing}`)} ${count}`)
    .join(language === 'zh' ? '，' : ', ');
  return text(language, 'imports', 'done', {
    name: answer.name,
    code: answer.county,
    revision: answer.revision,
    counts,
  });
}

/** Today in Asia/Shanghai as `YYYY-MM-DD`: the default date of data that carry none. */
const todayInShanghai = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
