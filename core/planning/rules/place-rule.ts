import type { RuleCode, RuleStrength, SiteRule } from '../../county/site-rule.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { SiteGround } from '../ground/site-ground.ts';
import type { GridLayers } from '../suitability/grid-layers.ts';
import type { RuleFinding } from './site-rule.ts';

/** A place that is judged. */
export interface JudgedPlace {
  readonly position: LonLat;
  /** Whether what stands there has a hazard assessment; undefined = nothing stands there yet. */
  readonly isAssessed?: boolean | undefined;
}

/** How a cell of the grid stands towards a rule: not broken, or broken with this strength. */
export type CellVerdict = RuleStrength | null;

/** One rule: the same question of a place and of every cell of the grid, with the same answer. */
export interface PlaceRule {
  readonly code: RuleCode;
  judge(ground: SiteGround, place: JudgedPlace, rule: SiteRule): RuleFinding;
  /** The rule for cells; null = cells never break it. Asks for the layers it needs. */
  judgeCells(layers: GridLayers, rule: SiteRule): ((cell: number) => CellVerdict) | null;
}

/** What is the same in most findings. */
export function createFinding(
  rule: SiteRule,
  finding: Pick<RuleFinding, 'isBroken'> & Partial<Pick<RuleFinding, 'strength' | 'measured' | 'about'>>,
): RuleFinding {
  const { code, limit, source } = rule;
  return { code, strength: rule.strength ?? 'hint', measured: null, limit, about: null, source, ...finding };
}

/** Code and names of what speaks against a place. */
export const speaks = ({
  code,
  name,
  nameEn,
}: {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}): NonNullable<RuleFinding['about']> => ({ code, name, nameEn });
