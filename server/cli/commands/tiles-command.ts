import { z } from 'zod';
import { tilesRequestSchema } from '#core/api/atlases.ts';
import { areaCodeSchema, languageSchema, mapKindSchema } from '#core/api/common.ts';
import { readSheetSpec, sheetQuerySchema } from '#core/api/sheets.ts';
import { ATLAS_PAPERS } from '#core/cartography/atlas/atlas-spec.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { listOptions, nameFields, parseArguments, readArguments } from '../read-arguments.ts';
import { writePages } from '../write-pages.ts';

const tilesArgumentsSchema = sheetQuerySchema.omit({ revision: true }).extend({
  area: areaCodeSchema,
  map: mapKindSchema,
  tile: z.enum(ATLAS_PAPERS).default('A3'),
  lang: languageSchema.optional(),
  out: z
    .string()
    .regex(/\.pdf$/i, 'tiles.pdf')
    .optional(),
});

/** `tiles`: a large sheet as pages of an office printer, the first of which shows how they are put together. */
export const tilesCommand: Command = {
  name: 'tiles',
  usage: 'cli_tiles',
  async run(call, services) {
    const usage = text(call.language, 'start', 'cli_tiles');
    const { options } = readArguments(call.args, { values: listOptions(tilesArgumentsSchema) }, usage);
    const given = nameFields(tilesArgumentsSchema, options);
    const { area, map, tile, out, lang = call.language, ...query } = parseArguments(tilesArgumentsSchema, given, usage);
    const {
      asOf: _day,
      liveUrl: _url,
      areaCode: _code,
      language: _language,
      ...chosen
    } = readSheetSpec(query, {
      ...{ map, areaCode: area, asOf: '', language: lang, liveUrl: null },
    });
    const request = tilesRequestSchema.parse({ ...chosen, kind: 'tiles', area, tile, asOf: query.asOf, lang });
    const path = call.locateFile(out ?? `${area}-${map}-${query.paper}-${tile}.pdf`);
    await writePages(path, call, (making) => services.makeTiles({ ...making, request: { ...request, lang } }));
    return {};
  },
};
