import { areaCodeSchema } from '#core/api/common.ts';
import { type GapsAnswer, gapsQuerySchema } from '#core/api/network.ts';
import { InvalidInputError } from '#core/errors.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

/** Of one page of lines; a file has all. */
const LINES = 1000;

const gapsArgumentsSchema = gapsQuerySchema
  .omit({ revision: true, lang: true, format: true, cursor: true, limit: true })
  .extend({ area: areaCodeSchema });

/** `gaps`: settlements that must be joined and are not, one a line with the sums at the end, or all of them as a CSV file. */
export const gapsCommand: Command = {
  name: 'gaps',
  usage: 'cli_gaps',
  async run({ args, language, sayLine, locateFile }, services) {
    const usage = text(language, 'start', 'cli_gaps');
    const values = ['as-of', 'plan', 'size', 'width', 'surfaces', 'sort', 'out'];
    const { options, positionals } = readArguments(args, { values, flags: ['csv'] }, usage);
    const [area, more] = positionals;
    if (more !== undefined) {
      throw new InvalidInputError('invalid_argument', 'More than one area', {
        field: more,
        got: more,
        expected: usage,
      });
    }
    const { out, ...given } = options;
    const asked = parseArguments(gapsArgumentsSchema, { ...given, asOf: options['as-of'], area }, usage);
    const query = { ...asked, format: 'json' as const, limit: LINES };
    if (options.csv === true) {
      const { fileName, csv } = await services.writeGaps(asked.area, query, language);
      const path = locateFile(typeof out === 'string' ? out : fileName);
      return { files: [{ path, bytes: Buffer.from(csv) }] };
    }
    const gaps = await services.listGaps(asked.area, query, language);
    for (const gap of gaps.items) sayLine(formatGap(gap));
    sayLine(
      text(language, 'start', 'cli_gaps_total', {
        total: gaps.total,
        km: gaps.totalKm.toFixed(3),
        newRoadKm: gaps.totalNewRoadKm.toFixed(3),
        cost: gaps.totalWanYuan.toFixed(2),
      }),
    );
    if (gaps.isSampleCost) sayLine(text(language, 'start', 'cli_gaps_sample'));
    return {};
  },
};

/** Tab-separated: code, name, village, why not joined, km of segments, km of new road, 万元, segments, why nothing can join it. */
function formatGap(gap: GapsAnswer['items'][number]): string {
  const segments = gap.segments.map(({ code }) => code).join(' ');
  const cells = [gap.code, gap.name, gap.areaName, gap.stateText, gap.km, gap.newRoadKm, gap.wanYuan, segments];
  return [...cells, gap.reasonText ?? ''].map((cell) => String(cell ?? '–')).join('\t');
}
