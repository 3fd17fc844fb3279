import type { County } from '../../county/county.ts';
import { listYearSteps } from '../classes.ts';

/** Years of the county's campaign as steps of the year scale. */
export const getYearSteps = ({ campaign }: County): readonly number[] =>
  listYearSteps(Number(campaign.startsOn.slice(0, 4)), Number(campaign.deadline.slice(0, 4)));
