import type { County } from '../county/county.ts';
import type { IsoDate } from '../county/dates.ts';
import type { AreaScope } from './area-scope.ts';
import { createKeptFigures, type KeptFigures } from './kept-figures.ts';

/** What the contexts of one county share: each other, the scopes of areas, the figures computed so far (each day has one county and no other). */
export interface ContextFamily<Context extends { readonly asOf: IsoDate }> {
  /** Scopes by area: ranges of the lists of one county under one plan. */
  scopesOf(county: County): Map<string, AreaScope>;
  readonly figures: KeptFigures;
  /** The context of a day where it is kept; it becomes the youngest. */
  find(asOf: IsoDate): Context | undefined;
  keep(context: Context): void;
}

/** Contexts that are kept: 36 months of a series and some single days. */
const CONTEXTS_KEPT = 48;

/** A family without members. */
export function createContextFamily<Context extends { readonly asOf: IsoDate }>(): ContextFamily<Context> {
  const contexts = new Map<IsoDate, Context>();
  const scopes = new WeakMap<County, Map<string, AreaScope>>();
  return {
    scopesOf(county) {
      const known = scopes.get(county) ?? new Map<string, AreaScope>();
      scopes.set(county, known);
      return known;
    },
    figures: createKeptFigures(),
    find(asOf) {
      const known = contexts.get(asOf);
      if (known) {
        contexts.delete(asOf);
        contexts.set(asOf, known);
      }
      return known;
    },
    keep(context) {
      contexts.set(context.asOf, context);
      const oldest = contexts.keys().next().value;
      if (contexts.size > CONTEXTS_KEPT && oldest !== undefined) contexts.delete(oldest);
    },
  };
}
