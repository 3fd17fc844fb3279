import { z } from 'zod';
import { areaCodeSchema, mapKindSchema } from '#core/api/common.ts';
import { sheetQuerySchema } from '#core/api/sheets.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

const sheetArgumentsSchema = sheetQuerySchema.extend({
  area: areaCodeSchema,
  map: mapKindSchema,
  out: z.string().optional(),
});

/** `sheet`: one map as a PDF, with the parameters of the HTTP address. */
export const sheetCommand: Command = {
  name: 'sheet',
  usage: 'cli_sheet',
  async run({ args, language, locateFile }, services) {
    const usage = text(language, 'start', 'cli_sheet');
    const values = ['area', 'map', 'as-of', 'revision', 'paper', 'orientation', 'scale', 'edition', 'relief', 'out'];
    const { options } = readArguments(args, { values }, usage);
    const { area, map, out, ...query } = parseArguments(
      sheetArgumentsSchema,
      { ...options, asOf: options['as-of'] },
      usage,
    );
    const bytes = await services.createSheet({ areaCode: area, map, query, language });
    return { files: [{ path: locateFile(out ?? `${area}-${map}-${query.paper}.pdf`), bytes }] };
  },
};
