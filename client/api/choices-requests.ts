import { type ChoiceResult, choiceResultSchema } from '#core/api/choices.ts';
import { formatAddress, requestJson } from './request.ts';

/** What a solver found, from the address that its job tells. */
export const fetchChoiceResult = (resultUrl: string, lang: string): Promise<ChoiceResult> =>
  requestJson(choiceResultSchema, formatAddress(resultUrl, { format: 'json', lang }));

/** Where the list of a result is downloaded as a table. */
export const getChoiceTableAddress = (resultUrl: string, lang: string): string =>
  formatAddress(resultUrl, { format: 'csv', lang });
