import { z } from 'zod';
import { areaCodeSchema, mapKindSchema } from '#core/api/common.ts';
import { readSheetFile, SHEET_FORMATS, type SheetFormat, sheetFileQuerySchema } from '#core/api/sheet-files.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { listOptions, nameFields, parseArguments, readArguments } from '../read-arguments.ts';

const sheetArgumentsSchema = sheetFileQuerySchema.extend({
  area: areaCodeSchema,
  map: mapKindSchema,
  format: z.enum(SHEET_FORMATS).optional(),
  out: z.string().optional(),
});

/** `sheet`: one map as a file, with the parameters of the HTTP address; the format is also read off the name of the file. */
export const sheetCommand: Command = {
  name: 'sheet',
  usage: 'cli_sheet',
  async run({ args, language, locateFile }, services) {
    const usage = text(language, 'start', 'cli_sheet');
    const { options } = readArguments(args, { values: listOptions(sheetArgumentsSchema) }, usage);
    const given = nameFields(sheetArgumentsSchema, options);
    const { area, map, out, format, ...query } = parseArguments(sheetArgumentsSchema, given, usage);
    const file = readSheetFile(format ?? formatOf(out) ?? 'pdf', query);
    const bytes = await services.createSheet({ areaCode: area, map, query, file, language: query.lang ?? language });
    return { files: [{ path: locateFile(out ?? `${area}-${map}-${query.paper}.${file.format}`), bytes }] };
  },
};

const ENDINGS: Readonly<Record<string, SheetFormat>> = {
  pdf: 'pdf',
  svg: 'svg',
  png: 'png',
  tiff: 'tiff',
  tif: 'tiff',
};

const formatOf = (out: string | undefined): SheetFormat | undefined =>
  ENDINGS[/\.([^./\\]+)$/.exec(out ?? '')?.[1]?.toLowerCase() ?? ''];
