import { z } from 'zod';
import { areaCodeSchema, dateSchema } from '#core/api/common.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

const indicatorsArgumentsSchema = z.object({
  area: areaCodeSchema,
  asOf: dateSchema.optional(),
  codes: z
    .string()
    .transform((written) => written.split(','))
    .pipe(z.array(z.enum(INDICATOR_CODES)))
    .optional(),
});

/** `indicators`: the figures of an area, one a line, or as the JSON of the HTTP address. */
export const indicatorsCommand: Command = {
  name: 'indicators',
  usage: 'cli_indicators',
  async run({ args, language, sayLine }, services) {
    const usage = text(language, 'start', 'cli_indicators');
    const { options } = readArguments(args, { values: ['area', 'as-of', 'codes'], flags: ['json'] }, usage);
    const asked = parseArguments(indicatorsArgumentsSchema, { ...options, asOf: options['as-of'] }, usage);
    const figures = await services.listFigures({
      areaCode: asked.area,
      asOf: asked.asOf,
      codes: asked.codes,
      language,
    });
    if (options.json === true) sayLine(JSON.stringify(figures, null, 2));
    else for (const figure of figures) sayLine(formatFigureLine(figure));
    return {};
  },
};

/** Tab-separated, so that other programs can read it: code, name, value, unit, numerator, denominator, light, reason. */
function formatFigureLine(figure: FigureAnswer): string {
  const cells = [
    figure.code,
    figure.name,
    figure.value,
    figure.unit,
    figure.numerator,
    figure.denominator,
    figure.light,
  ];
  return [...cells, figure.reasonText ?? ''].map((cell) => String(cell ?? '–')).join('\t');
}
