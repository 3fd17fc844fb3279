import type { ProjectRow } from '../../county/things.ts';
import { createField } from '../create-field.ts';
import { fromWan, type LedgerPart, toWan } from '../ledger-part.ts';

/** Between a source and its money. */
const SEPARATOR = ':';

/** Funds of a project by source, a list of `source:万元`. What is not written so is a source whose money is not told and throws. */
export const fundsPart: LedgerPart<ProjectRow> = {
  fields: [createField('fundsBySource', 'list', { short: 'FUNDS' })],
  fill: (values, { fundsBySource }) => {
    values.fundsBySource = fundsBySource.map(({ source, yuan }) => `${source}${SEPARATOR}${toWan(yuan)}`);
  },
  apply: (draft, { values }) => {
    const stated = values.fundsBySource;
    if (Array.isArray(stated)) draft.fundsBySource = stated.map(parseFund);
    else if (stated === null) draft.fundsBySource = [];
  },
};

/** One source with its money in 万元; null when it is not written `source:number`. Half- and full-width colon. */
export function parseFundText(text: string): { readonly source: string; readonly yuan: number } | null {
  const match = /^(.+?)\s*[:\uFF1A]\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/s.exec(text.trim());
  return match ? { source: match[1] ?? '', yuan: fromWan(Number(match[2])) } : null;
}

function parseFund(text: string): { readonly source: string; readonly yuan: number } {
  const fund = parseFundText(text);
  if (fund === null) throw new Error('Got funds that are not written as source and amount when expected both.');
  return fund;
}
