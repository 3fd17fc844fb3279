import type { Deadline } from './database.ts';

/** Milliseconds per deadline; `undefined` = no limit. */
export type DeadlineLimits = Readonly<Record<Deadline, number | undefined>>;

/** 10 s for what a person waits for, 120 s for jobs, none for migrations and seeding (design.md, "The database"). */
export const DEADLINE_LIMITS: DeadlineLimits = { interactive: 10_000, job: 120_000, none: undefined };
