import { getReportAddress } from '#client/api/imports-requests.ts';

/** Address of the whole report as a file. */
export const reportAddress = (id: string, lang: string, format: 'csv' | 'xlsx'): string =>
  getReportAddress({ id, lang }, format);
