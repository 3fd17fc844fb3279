import type { sheetEditions as zh } from '../zh/sheet-editions.ts';

/** What public editions print in place of what they hide. */
export const sheetEditions: Record<keyof typeof zh, string> = {
  small_households: '<3',
  small_people: '<10',
  withheld: 'not public',
  people: 'people: {count}',
  counts_on: 'as of {date}',
  no_counts_yet: 'no public data yet',
  note_counts: 'Households and people as of {date}; published once a year.',
  note_no_counts: 'Households and people are published once a year; nothing has been published yet.',
  note_hidden:
    'Fewer than 3 households read "<3", fewer than 10 people "<10"; what would let such a count be computed reads "not public".',
  counts_towns: '{target}, by town',
  counts_villages: '{target}, by village',
  legend_share_none: 'not applicable or not public',
  legend_circle_note: 'Area proportional to households; villages with fewer than 3 or not public are not drawn',
};
