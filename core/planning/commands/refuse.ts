import type { Refusal } from '../county-draft.ts';
import type { PlanFaultCode } from '../plan-fault.ts';

/** Why a command cannot be done, in one line. @param about code of the thing; the sentence may name it as `{about}` */
export const refuse = (
  code: PlanFaultCode,
  about: string,
  details: Readonly<Record<string, string | number>> = {},
): Refusal => ({ code, about, details: { about, ...details } });

/** A position outside the county, as degrees. */
export const refuseOutside = (about: string, [lon, lat]: readonly [number, number]): Refusal =>
  refuse('outside_county', about, { lon, lat });

/** English name of what came with one name only: the name where it is written in Latin letters, else the code. */
export const nameInEnglish = (name: string, code: string): string => (/^[\x20-\x7e]+$/.test(name) ? name : code);
