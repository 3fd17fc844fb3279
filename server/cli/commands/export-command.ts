import { z } from 'zod';
import { areaCodeSchema } from '#core/api/common.ts';
import { EXPORT_FORMATS, type ExportFormat, exportQuerySchema } from '#core/api/exports.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { listOptions, nameFields, parseArguments, readArguments } from '../read-arguments.ts';

const exportArgumentsSchema = exportQuerySchema.extend({
  area: areaCodeSchema,
  format: z.enum(EXPORT_FORMATS).optional(),
  out: z.string().optional(),
});

/** `export`: ledgers, figures or a map of an area as a file, with the parameters of the HTTP address; the format is also read off the file's name. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'cli_export',
  async run({ args, language, locateFile }, services) {
    const usage = text(language, 'start', 'cli_export');
    const { options } = readArguments(args, { values: listOptions(exportArgumentsSchema) }, usage);
    const given = nameFields(exportArgumentsSchema, options);
    const { area, out, format, ...query } = parseArguments(exportArgumentsSchema, given, usage);
    const asked = { ...query, format: format ?? formatOf(out) ?? 'xlsx' };
    const { fileName, bytes } = await services.exportArea(area, asked, language);
    return { files: [{ path: locateFile(out ?? fileName), bytes }] };
  },
};

const ENDINGS: Readonly<Record<string, ExportFormat>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  geojson: 'geojson',
  json: 'geojson',
  gpkg: 'gpkg',
  zip: 'shapefile',
  shp: 'shapefile',
  kml: 'kml',
};

const formatOf = (out: string | undefined): ExportFormat | undefined =>
  ENDINGS[/\.([^./\\]+)$/.exec(out ?? '')?.[1]?.toLowerCase() ?? ''];
