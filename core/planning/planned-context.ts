import type { County } from '../county/county.ts';
import type { IsoDate } from '../county/dates.ts';
import { createIndicatorContext, type IndicatorContext } from '../indicators/context.ts';
import { getPlannedCounty } from './planned-county.ts';

/**
 * A county at a day as maps, figures and sheets show it: under the plan then in force.
 *
 * @param asOf defaults to the county's data date
 * @throws {InvalidInputError} `invalid_date`
 */
export const createPlannedContext = (county: County, asOf: IsoDate = county.dataDate): IndicatorContext =>
  createIndicatorContext(county, asOf, { countyAt: getPlannedCounty(county).at });
