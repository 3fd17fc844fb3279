import type { SiteRow } from '../../county/things.ts';
import { createField } from '../create-field.ts';
import type { LedgerPart } from '../ledger-part.ts';

/** The hazard assessment of a site: number, date and conclusion; none without a number. */
export const assessmentPart: LedgerPart<SiteRow> = {
  fields: [
    createField('assessmentNumber', 'text', { short: 'ASSESSNO' }),
    createField('assessmentOn', 'date', { short: 'ASSESSON', requiredWith: 'assessmentNumber' }),
    createField('assessmentConclusion', 'text', { short: 'ASSESSMENT', requiredWith: 'assessmentNumber' }),
  ],
  fill: (values, { hazardAssessment }) => {
    values.assessmentNumber = hazardAssessment?.number ?? null;
    values.assessmentOn = hazardAssessment?.on ?? null;
    values.assessmentConclusion = hazardAssessment?.conclusion ?? null;
  },
  apply: (draft, { values }) => {
    const known = draft.hazardAssessment;
    const number = values.assessmentNumber === undefined ? known?.number : values.assessmentNumber;
    if (typeof number !== 'string') {
      draft.hazardAssessment = null;
      return;
    }
    const on = values.assessmentOn ?? known?.on;
    const conclusion = values.assessmentConclusion ?? known?.conclusion;
    if (typeof on !== 'string' || typeof conclusion !== 'string')
      throw new Error('Got a hazard assessment without date or conclusion when expected both.');
    draft.hazardAssessment = { number, on, conclusion };
  },
};
