import {
  type SuitabilityAnswer,
  type SuitabilityAudit,
  type SuitabilityGrid,
  suitabilityAnswerSchema,
  suitabilityAuditSchema,
  suitabilityGridSchema,
} from '#core/api/suitability.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { formatAddress, requestJson } from './request.ts';

/** Six decimals of a degree are a tenth of a metre. */
const DECIMALS = 6;

/** A place of a county, judged under a plan. */
export interface SuitabilityQuestion {
  readonly county: string;
  readonly position: LonLat;
  readonly plan: string | null;
  readonly asOf: string | null;
  readonly lang: string;
}

/** What the rules say of a place, and the nearest one that passes where it does not. */
export const fetchSuitability = (
  { county, position, plan, asOf, lang }: SuitabilityQuestion,
  signal?: AbortSignal,
): Promise<SuitabilityAnswer> =>
  requestJson(
    suitabilityAnswerSchema,
    formatAddress(`/api/areas/${county}/suitability`, {
      at: position.map((degrees) => degrees.toFixed(DECIMALS)).join(','),
      plan,
      asOf,
      lang,
    }),
    signal,
  );

/** The whole county, judged. */
export type CountySuitabilityQuestion = Omit<SuitabilityQuestion, 'position'>;

/** The legend of the county's picture, its address and its corners. */
export const fetchSuitabilityGrid = (
  { county, asOf, lang }: Omit<CountySuitabilityQuestion, 'plan'>,
  signal?: AbortSignal,
): Promise<SuitabilityGrid> =>
  requestJson(suitabilityGridSchema, formatAddress(`/api/areas/${county}/suitability/grid`, { asOf, lang }), signal);

/** Every site under a plan, judged. */
export const fetchSuitabilityAudit = (
  { county, plan, asOf, lang }: CountySuitabilityQuestion,
  signal?: AbortSignal,
): Promise<SuitabilityAudit> =>
  requestJson(
    suitabilityAuditSchema,
    formatAddress(`/api/areas/${county}/suitability/sites`, { plan, asOf, lang }),
    signal,
  );
