import type { SheetQuery } from '#core/api/sheets.ts';
import { isPublicEdition } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { InvalidInputError } from '#core/errors.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';

/** Where sheets get their county from. */
export interface SheetCounties {
  /** The county of an area at a date and revision. */
  readonly getContext: (countyCode: string, asOf?: IsoDate, revision?: number) => Promise<IndicatorContext>;
  /**
   * The county under a draft or a published plan.
   * @throws {NotFoundError} there is no such plan
   */
  readonly getCountyUnderPlan: (countyCode: string, planCode: string, revision?: number) => Promise<County>;
}

const COUNTY_DIGITS = 6;

/**
 * The county as it stands, or under the plan that was asked for: drafts are on internal sheets only.
 *
 * @throws {InvalidInputError} `draft_sheet_not_internal`
 */
export async function findSheetContext(
  { getContext, getCountyUnderPlan }: SheetCounties,
  areaCode: string,
  { asOf, revision, plan, edition }: Pick<SheetQuery, 'asOf' | 'revision' | 'plan' | 'edition'>,
): Promise<{ readonly context: IndicatorContext; readonly isUnderPlan: boolean }> {
  const countyCode = areaCode.slice(0, COUNTY_DIGITS);
  const context = await getContext(countyCode, asOf, revision);
  if (plan === undefined) return { context, isUnderPlan: false };
  if (edition !== 'internal')
    throw new InvalidInputError('draft_sheet_not_internal', `Got a ${edition} edition under plan ${plan}`, {
      plan,
      edition,
    });
  const county = await getCountyUnderPlan(countyCode, plan, revision);
  return { context: createIndicatorContext(county, context.asOf), isUnderPlan: true };
}

/** What is looked at before it is printed: an edition for the public is shown without the draft that it may not show, and its report says so. */
export const withoutForbiddenPlan = <Query extends Pick<SheetQuery, 'plan' | 'edition'>>(
  query: Query,
): Query | (Query & { readonly plan: undefined }) =>
  isPublicEdition(query.edition) ? { ...query, plan: undefined } : query;
