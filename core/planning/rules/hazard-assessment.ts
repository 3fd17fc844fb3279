import { createFinding, type PlaceRule } from './place-rule.ts';

/** A site has an assessment of hazards (待评估 without): it may be drafted, and not published. A place where nothing stands yet does not break it. */
export const hazardAssessment: PlaceRule = {
  code: 'hazard_assessment',
  judge: (_, { isAssessed }, rule) => createFinding(rule, { isBroken: isAssessed === false }),
  judgeCells: () => null,
};
