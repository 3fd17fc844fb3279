import { z } from 'zod';
import { type DistanceAnswer, distanceQuerySchema } from '#core/api/network.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

/** The query of the HTTP address; revisions are asked for there. */
const distanceArgumentsSchema = distanceQuerySchema.omit({ revision: true, lang: true }).extend({
  from: z.string(),
  to: z.string(),
});

/** `distance`: every pair of places, one a line, or as the JSON of the HTTP address. */
export const distanceCommand: Command = {
  name: 'distance',
  usage: 'cli_distance',
  async run({ args, language, sayLine }, services) {
    const usage = text(language, 'start', 'cli_distance');
    const values = ['from', 'to', 'mode', 'by', 'as-of', 'plan', 'county'];
    const { options } = readArguments(args, { values, flags: ['json'] }, usage);
    const query = parseArguments(distanceArgumentsSchema, { ...options, asOf: options['as-of'] }, usage);
    const answer = await services.measureDistance(query, language);
    if (options.json === true) sayLine(JSON.stringify(answer, null, 2));
    else for (const line of formatPairs(answer)) sayLine(line);
    return {};
  },
};

/** Tab-separated, so that other programs can read it: from, to, km, minutes, straight km, km off the road, why not. */
function formatPairs({ from, to, items }: DistanceAnswer): readonly string[] {
  return items.map((trip, cell) => {
    const start = from[Math.floor(cell / to.length)];
    const end = to[cell % to.length];
    const cells = [start?.name, end?.name, trip.km, trip.minutes, trip.straightKm, trip.offRoadKm];
    return [...cells, trip.reasonText ?? ''].map((cell) => String(cell ?? '–')).join('\t');
  });
}
