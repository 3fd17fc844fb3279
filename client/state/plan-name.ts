import type { PlanSummary } from '#core/api/plans.ts';
import type { Language } from '#core/texts/language.ts';

/** How a plan is called in the reader's language; by its Chinese name where it has no other. */
export const writePlanName = ({ name, nameEn }: Pick<PlanSummary, 'name' | 'nameEn'>, language: Language): string =>
  language === 'en' && nameEn !== '' ? nameEn : name;
