import { sayContextOf, suitabilityToAnswer } from '#core/api/judged-place.ts';
import type {
  SuitabilityAnswer,
  SuitabilityAnswerItem,
  SuitabilityAudit,
  SuitabilityGrid,
} from '#core/api/suitability.ts';
import { SUITABILITY_COLORS } from '#core/cartography/suitability-palette.ts';
import type { County } from '#core/county/county.ts';
import { RULE_CODES } from '#core/county/site-rule.ts';
import { SUITABILITY_CLASSES } from '#core/planning/rules/site-rule.ts';
import type { AuditedSite } from '#core/planning/suitability/audit-sites.ts';
import type { SuitabilityGridData } from '#core/planning/suitability/create-suitability-grid.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

const SQUARE_METERS_PER_KM2 = 1_000_000;

/** Which data an answer rests on. */
export interface AnswerBasis {
  readonly county: County;
  readonly asOf: string;
  readonly language: Language;
}

/** What is the same in every answer. */
const basisOf = ({ county, asOf, language }: AnswerBasis) => ({
  county: county.code,
  asOf,
  revision: county.revision,
  note: text(language, 'suitability', 'note'),
});

/** The answer of `suitability?at=`. */
export const placeToAnswer = (
  basis: AnswerBasis,
  place: SuitabilityAnswerItem,
  nearest: SuitabilityAnswer['nearest'],
): SuitabilityAnswer => ({ ...basisOf(basis), place, nearest });

/** The legend of a grid and where its picture is. */
export function gridToAnswer(basis: AnswerBasis, grid: SuitabilityGridData, imageUrl: string): SuitabilityGrid {
  const { frame, cells, classes, firstForbidden } = grid;
  const byClass = new Float64Array(SUITABILITY_CLASSES.length);
  const byRule = new Float64Array(RULE_CODES.length);
  cells.forEach((cell, place) => {
    const squareMeters = frame.squareMetersOfRow[Math.floor(cell / frame.columns)] ?? 0;
    const suitabilityClass = classes[place] ?? 0;
    const rule = firstForbidden[place] ?? RULE_CODES.length;
    byClass[suitabilityClass] = (byClass[suitabilityClass] ?? 0) + squareMeters;
    if (rule < RULE_CODES.length) byRule[rule] = (byRule[rule] ?? 0) + squareMeters;
  });
  const all = byClass.reduce((sum, squareMeters) => sum + squareMeters, 0);
  const [west, south, east, north] = frame.bbox;
  return {
    ...basisOf(basis),
    cellMeters: frame.cellMeters,
    columns: frame.columns,
    rows: frame.rows,
    corners: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
    imageUrl,
    classes: SUITABILITY_CLASSES.map((code, index) => ({
      code,
      name: text(basis.language, 'suitability', `class_${code}`),
      color: SUITABILITY_COLORS[code],
      km2: (byClass[index] ?? 0) / SQUARE_METERS_PER_KM2,
      share: all > 0 ? (byClass[index] ?? 0) / all : 0,
    })),
    refusedBy: RULE_CODES.flatMap((code, index) =>
      (byRule[index] ?? 0) > 0
        ? [
            {
              code,
              name: text(basis.language, 'suitability', `rule_${code}`),
              km2: (byRule[index] ?? 0) / SQUARE_METERS_PER_KM2,
            },
          ]
        : [],
    ),
  };
}

/** The answer of `suitability/sites`. */
export function auditToAnswer(
  basis: AnswerBasis,
  audited: readonly AuditedSite[],
  plan: string | null,
): SuitabilityAudit {
  const { county, language } = basis;
  const names = new Map(county.areas.map((area) => [area.code, language === 'zh' ? area.name : area.nameEn]));
  return {
    ...basisOf(basis),
    plan,
    counts: SUITABILITY_CLASSES.map((code) => ({
      code,
      name: text(language, 'suitability', `class_${code}`),
      sites: audited.filter(({ suitability }) => suitability.suitabilityClass === code).length,
    })),
    items: audited.map(({ site, isAssessed, suitability }) => ({
      code: site.code,
      name: language === 'zh' ? site.name : site.nameEn,
      areaName: names.get(site.areaCode) ?? site.areaCode,
      isAssessed,
      place: suitabilityToAnswer(sayContextOf(county, language), site.position, suitability),
    })),
  };
}
