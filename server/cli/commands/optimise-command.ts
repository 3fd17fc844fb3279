import { z } from 'zod';
import {
  type ChoiceResult,
  type ChooseSitesRequest,
  chooseSitesRequestSchema,
  type RoadProgrammeRequest,
  roadProgrammeRequestSchema,
} from '#core/api/choices.ts';
import { InvalidInputError } from '#core/errors.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import type { CommandServices } from '../command-services.ts';
import { findCounty } from '../find-county.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';
import { formatProgramme, formatSites } from './optimise-lines.ts';

const VALUES = ['county', 'plan', 'seed', 'time', 'output'];
const SITES_VALUES = [
  'problem',
  'demand',
  'sites',
  'budget',
  'limit',
  'measure',
  'required',
  'excluded',
  'split',
  'shortage',
];
const PLACES_VALUES = ['suitable', 'capacity', 'points'];
const ROADS_VALUES = ['budget', 'share', 'target', 'years'];

const sites = chooseSitesRequestSchema.shape;
const places = sites.candidates.shape;
const roads = roadProgrammeRequestSchema.shape;
/** `a,b` as a list. */
const listSchema = z
  .string()
  .transform((written) => written.split(',').filter((code) => code !== ''))
  .default([]);
const ownFields = {
  county: sites.county.optional(),
  plan: sites.plan,
  seed: sites.seed,
  time: sites.timeLimitSeconds,
  output: z
    .string()
    .regex(/\.(json|csv)$/, '*.json | *.csv')
    .optional(),
};
const sitesArgumentsSchema = z.object({
  ...ownFields,
  problem: sites.problem,
  demand: sites.demand,
  sites: sites.sites,
  budget: sites.budgetWanYuan,
  limit: sites.limit,
  measure: sites.measure,
  required: listSchema,
  excluded: listSchema,
  split: sites.split,
  shortage: sites.shortage,
  suitable: places.suitable,
  capacity: places.capacityHouseholds,
  /** `lon,lat,households;…` */
  points: z
    .string()
    .transform((written) =>
      written.split(';').map((point) => {
        const [lon = Number.NaN, lat = Number.NaN, capacityHouseholds = Number.NaN] = point.split(',').map(Number);
        return { position: [lon, lat] as [number, number], capacityHouseholds };
      }),
    )
    .pipe(places.positions.unwrap())
    .optional(),
});
const roadsArgumentsSchema = z.object({
  ...ownFields,
  budget: z.number().positive().optional(),
  share: z.number().min(0).max(1).optional(),
  target: roads.target,
  /** `2026,2027:500`: a year, and where it is given its money in 万元. */
  years: z
    .string()
    .transform((written) =>
      written.split(',').map((one): { year: number; budgetWanYuan?: number | null } => {
        const [year, budget] = one.split(':');
        return { year: Number(year), budgetWanYuan: budget === undefined ? null : Number(budget) };
      }),
    )
    .pipe(roads.years.unwrap())
    .optional(),
});

/** `optimise sites` and `optimise roads`: what the solvers propose, as sentences or as a file. */
export const optimiseCommand: Command = {
  name: 'optimise',
  usage: 'cli_optimise',
  async run({ args, language, sayLine, locateFile }, services) {
    const usage = text(language, 'start', 'cli_optimise');
    const [what, ...rest] = args;
    const { request, output } =
      what === 'sites'
        ? await readSites(rest, usage, services)
        : what === 'roads'
          ? await readRoads(rest, usage, services)
          : refuse('sites | roads', what, usage);
    const { answer, csv } = await services.optimise({ ...request, lang: language });
    if (output === undefined) {
      for (const line of formatAnswer(answer, language)) sayLine(line);
      return {};
    }
    sayLine(answer.statusText);
    const written = output.endsWith('.csv') ? csv : `${JSON.stringify(answer, null, 2)}\n`;
    return { files: [{ path: locateFile(output), bytes: Buffer.from(written) }] };
  },
};

const formatAnswer = (answer: ChoiceResult, language: 'zh' | 'en'): readonly string[] =>
  answer.kind === 'choose_sites' ? formatSites(answer, language) : formatProgramme(answer, language);

async function readSites(args: readonly string[], usage: string, services: CommandServices) {
  const known = { values: [...VALUES, ...SITES_VALUES, ...PLACES_VALUES], flags: ['new-only'] };
  const { options, positionals } = readArguments(args, known, usage);
  refuseMore(positionals, usage);
  const numbers = ['sites', 'budget', 'limit', 'suitable', 'capacity', 'seed', 'time'];
  const asked = parseArguments(sitesArgumentsSchema, readNumbers(options, numbers), usage);
  const { plan, problem, demand, measure, limit, required, excluded, split, shortage, seed, output } = asked;
  const request: ChooseSitesRequest = {
    kind: 'choose_sites',
    county: asked.county ?? (await findCounty(services, usage)),
    candidates: {
      sites: options['new-only'] !== true,
      suitable: asked.suitable,
      positions: asked.points ?? [],
      capacityHouseholds: asked.capacity,
    },
    sites: asked.sites,
    budgetWanYuan: asked.budget,
    timeLimitSeconds: asked.time,
    ...{ plan, problem, demand, measure, limit, required, excluded, split, shortage, seed },
  };
  return { request, output };
}

async function readRoads(args: readonly string[], usage: string, services: CommandServices) {
  const known = { values: [...VALUES, ...ROADS_VALUES], flags: ['all', 'emptied'] };
  const { options, positionals } = readArguments(args, known, usage);
  refuseMore(positionals, usage);
  const asked = parseArguments(roadsArgumentsSchema, readNumbers(options, ['budget', 'share', 'seed', 'time']), usage);
  const goals: RoadProgrammeRequest['goal'][] = [];
  if (asked.budget !== undefined) goals.push({ kind: 'budget', budgetWanYuan: asked.budget });
  if (asked.share !== undefined) goals.push({ kind: 'target_share', targetShare: asked.share });
  if (options.all === true) goals.push({ kind: 'join_all' });
  const [goal] = goals;
  const typed = goals.length > 1 ? args.join(' ') : undefined;
  if (goal === undefined || goals.length > 1) return refuse('--budget | --share | --all', typed, usage);
  const request: RoadProgrammeRequest = {
    kind: 'road_programme',
    county: asked.county ?? (await findCounty(services, usage)),
    plan: asked.plan,
    goal,
    target: asked.target,
    years: asked.years ?? [],
    includesEmptied: options.emptied === true,
    seed: asked.seed,
    timeLimitSeconds: asked.time,
  };
  return { request, output: asked.output };
}

/** Numbers as numbers; what is none stays as it was typed, so that it can be told. */
function readNumbers(
  options: Readonly<Record<string, string | boolean | undefined>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const numbers = names.flatMap((name) => {
    const typed = options[name];
    return typeof typed === 'string' && typed.trim() !== '' && !Number.isNaN(Number(typed))
      ? [[name, Number(typed)] as const]
      : [];
  });
  return { ...options, ...Object.fromEntries(numbers) };
}

function refuseMore([more]: readonly string[], usage: string): void {
  if (more !== undefined) refuse(usage, more, usage);
}

function refuse(expected: string, got: string | undefined, usage: string): never {
  if (got === undefined)
    throw new InvalidInputError('missing_argument', 'Argument missing', { field: expected, usage });
  throw new InvalidInputError('invalid_argument', 'Argument refused', { field: got, got, expected });
}
