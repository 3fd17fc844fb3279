import { z } from 'zod';
import { type AtlasRequest, atlasRequestSchema } from '#core/api/atlases.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';
import { isFolderName, writePages } from '../write-pages.ts';

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

/** `atlas`: a book of an area as PDF, as ZIP, or as files in a folder; what is interrupted leaves nothing behind. */
export const atlasCommand: Command = {
  name: 'atlas',
  usage: 'cli_atlas',
  async run(call, services) {
    const { args, language, locateFile } = call;
    const usage = text(language, 'start', 'cli_atlas');
    const { options, positionals } = readArguments(args, { values: VALUES }, usage);
    const { request, out } = readRequest({ ...options, area: positionals[0] }, usage);
    const path = locateFile(out ?? `${request.area}-atlas-${request.paper}.pdf`);
    const form = isFolderName(path) || /\.zip$/i.test(path) ? 'zip' : 'pdf';
    const order = { ...request, lang: request.lang ?? language, form } as const;
    await writePages(path, call, (making) => services.makeAtlas({ ...making, request: order }));
    return {};
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
