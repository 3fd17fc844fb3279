import { useEffect } from 'react';
import { z } from 'zod';
import { positionSchema } from '#core/api/common.ts';
import { DEMAND_KINDS, SHORTAGE_KINDS, SPLIT_KINDS } from '#core/planning/choices/site-choice.ts';
import { PROGRAMME_TARGETS } from '#core/planning/programme/programme.ts';
import { LOCATION_KINDS } from '#core/planning/solvers/location-problem.ts';
import { resumeChoice } from './choice-job-store.ts';
import { useChoicesStore } from './choices-store.ts';
import { type ChooseForm, INITIAL_CHOOSE_FORM, SITE_PICKS } from './choose-form.ts';
import { PROGRAMME_GOALS, type ProgrammeForm } from './programme-form.ts';
import { useView } from './view-store.ts';

const PREFIX = 'guatu.choices.';
const CHOICE_KINDS = ['choose_sites', 'road_programme'] as const;

const chooseFormSchema = z.object({
  problem: z.enum(LOCATION_KINDS),
  demand: z.enum(DEMAND_KINDS),
  split: z.enum(SPLIT_KINDS),
  shortage: z.enum(SHORTAGE_KINDS),
  usesSites: z.boolean(),
  suitable: z.string(),
  capacityHouseholds: z.string(),
  measure: z.enum(['minutes', 'meters']),
  sites: z.string(),
  budgetWanYuan: z.string(),
  limit: z.string(),
  seed: z.string(),
  timeLimitSeconds: z.string(),
  positions: z.array(positionSchema),
  picks: z.record(z.string(), z.enum(SITE_PICKS)),
}) satisfies z.ZodType<ChooseForm>;

const programmeFormSchema = z.object({
  goal: z.enum(PROGRAMME_GOALS),
  budgetWanYuan: z.string(),
  targetPercent: z.string(),
  target: z.enum(PROGRAMME_TARGETS),
  years: z.array(z.object({ year: z.string(), budgetWanYuan: z.string() })),
  includesEmptied: z.boolean(),
  seed: z.string(),
  timeLimitSeconds: z.string(),
}) satisfies z.ZodType<ProgrammeForm>;

const keptSchema = z.object({ chooseForm: chooseFormSchema, programmeForm: programmeFormSchema.nullable() });

/** What is typed in a tab about a county. */
export type KeptForms = z.infer<typeof keptSchema>;

/** What was typed in this tab about a county; the forms as they are at first where nothing was, or nothing that can be read. */
export function readKeptForms(county: string): KeptForms {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(PREFIX + county) ?? 'null'));
    if (parsed.success) return parsed.data;
  } catch {
    // Without storage, or with something else in it, nothing was kept.
  }
  return { chooseForm: INITIAL_CHOOSE_FORM as KeptForms['chooseForm'], programmeForm: null };
}

/** Keeps what is typed about a county as long as the tab is open. */
export function keepForms(
  county: string,
  { chooseForm, programmeForm }: Readonly<Record<keyof KeptForms, unknown>>,
): void {
  try {
    sessionStorage.setItem(PREFIX + county, JSON.stringify({ chooseForm, programmeForm }));
  } catch {
    // The browser gives no storage: what is typed is kept as long as the page is open.
  }
}

/** Questions to the solvers, typed, at work or answered, outlive a reload of the tab; each county has its own. */
export function useChoicesMemory(): void {
  const county = useView((view) => view.area?.slice(0, 6) ?? null);
  const language = useView((view) => view.language);
  useEffect(() => {
    if (county === null) return;
    for (const kind of CHOICE_KINDS) void resumeChoice(kind, county, language);
  }, [county, language]);
  useEffect(() => {
    if (county === null) return;
    if (useChoicesStore.getState().formsOf !== county)
      useChoicesStore.setState({ formsOf: county, ...readKeptForms(county) });
    return useChoicesStore.subscribe((now, before) => {
      if (now.chooseForm !== before.chooseForm || now.programmeForm !== before.programmeForm) keepForms(county, now);
    });
  }, [county]);
}
