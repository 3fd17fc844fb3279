import { createHash, randomUUID } from 'node:crypto';
import type { SheetFile } from '#core/api/sheet-files.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';

/** What tells the data of a county from others, beside its revision: the same at every start. */
export interface SheetIdentity {
  /** Changes with whatever decides what a sheet looks like: version of the product, Node major. */
  readonly program: string;
  /** When a revision was recorded: a restored backup may carry the number of another; undefined when there is no such revision. */
  readonly findRevisionTime: (version: CountyVersion) => Promise<Date | undefined>;
}

/** Tells sheets by what decides their bytes. */
export type CreateSheetTag = (
  asked: { readonly spec: SheetSpec; readonly file: SheetFile },
  county: { readonly context: IndicatorContext; readonly isUnderPlan: boolean },
) => Promise<string>;

/**
 * Tags of sheets for `ETag`: the same spec, data and program give the same tag, also after a restart. A draft changes without a revision, so the tag of a
 * sheet under one holds for the county as it was read; without an identity every tag does.
 */
export function createSheetTags(identity: SheetIdentity | undefined): CreateSheetTag {
  const marks = new WeakMap<County, Promise<string>>();
  const markOf = (county: County, isUnderPlan: boolean): Promise<string> => {
    const known = marks.get(county);
    if (known) return known;
    const mark = isUnderPlan || !identity ? Promise.resolve(randomUUID()) : writeIdentity(identity, county);
    marks.set(county, mark);
    // what could not be read is read again
    mark.catch(() => marks.delete(county));
    return mark;
  };
  return async (asked, { context: { recorded }, isUnderPlan }) => {
    const words = JSON.stringify([asked, await markOf(recorded, isUnderPlan)]);
    return `"${createHash('sha256').update(words).digest('base64url').slice(0, 27)}"`;
  };
}

async function writeIdentity(
  { program, findRevisionTime }: SheetIdentity,
  { code, revision }: County,
): Promise<string> {
  const recordedAt = await findRevisionTime({ countyCode: code, revision });
  return `${program} ${code} ${revision} ${recordedAt?.toISOString() ?? randomUUID()}`;
}
