import { z } from 'zod';
import { type AtlasRequest, atlasRequestSchema } from '#core/api/atlases.ts';
import { DomainError } from '#core/errors.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';
import { createFileTarget, createFolderTarget } from '../write-target.ts';

const VALUES = [
  'maps',
  'level',
  'paper',
  'papers',
  'scale',
  'edition',
  'approval',
  'approved-on',
  'as-of',
  'plan',
  'relief',
  'lang',
  'out',
];

const outSchema = z.object({ out: z.string().optional() });

/** Progress is said at most this often. */
const SAY_MS = 1000;

/** `atlas`: a book of an area as PDF, as ZIP, or as files in a folder; what is interrupted leaves nothing behind. */
export const atlasCommand: Command = {
  name: 'atlas',
  usage: 'cli_atlas',
  async run({ args, language, locateFile, sayLine, signal = new AbortController().signal }, services) {
    const usage = text(language, 'start', 'cli_atlas');
    const { options, positionals } = readArguments(args, { values: VALUES }, usage);
    const { request, out } = readRequest({ ...options, area: positionals[0] }, usage);
    const lang = request.lang ?? language;
    const path = locateFile(out ?? `${request.area}-atlas-${request.paper}.pdf`);
    const isFolder = !/\.(pdf|zip)$/i.test(path);
    const form = /\.pdf$/i.test(path) ? 'pdf' : 'zip';
    const target = await (isFolder ? createFolderTarget(path) : createFileTarget(path));
    let saidAt = performance.now();
    try {
      const report = await services.makeAtlas({
        request: { ...request, lang, form },
        signal,
        write: target.write,
        onProgress(done, total) {
          if (performance.now() - saidAt < SAY_MS) return;
          saidAt = performance.now();
          if (total > 0) sayLine(text(language, 'atlas', 'cli_page', { done, total }));
        },
      });
      await target.finish();
      for (const { page, title, reason } of report.failed)
        sayLine(
          page === null
            ? text(language, 'atlas', 'report_file_line', { title, reason })
            : text(language, 'atlas', 'report_line', { page, title, reason }),
        );
      sayLine(text(language, 'atlas', 'cli_done', { file: path, pages: report.pages }));
      return {};
    } catch (error) {
      await target.discard();
      if (signal.aborted) throw new DomainError('sheet_batch_cancelled', 'The atlas was cancelled');
      throw error;
    }
  },
};

/** Options as the interface takes them. */
function readRequest(
  given: Readonly<Record<string, unknown>>,
  usage: string,
): { readonly request: AtlasRequest; readonly out: string | undefined } {
  const list = (value: unknown): readonly string[] | undefined =>
    typeof value === 'string' ? value.split(',').filter((one) => one !== '') : undefined;
  const { area, level, paper, scale, edition, approval, plan, relief, lang, out } = given;
  const approvedOn = given['approved-on'];
  const flat = {
    kind: 'atlas',
    area,
    level,
    paper,
    edition,
    lang,
    maps: list(given.maps),
    papers: list(given.papers),
    asOf: given['as-of'],
    scale: scale === undefined || scale === 'fit' ? scale : Number(scale),
    relief: relief === undefined ? undefined : relief !== 'off',
    options: {
      ...(plan !== undefined && { plan }),
      ...(approval !== undefined && { approval: { number: approval, date: approvedOn } }),
    },
  };
  const request = parseArguments(atlasRequestSchema, flat, usage);
  return { request, out: parseArguments(outSchema, { out }, usage).out };
}
