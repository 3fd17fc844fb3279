import type { sheetLint as zh } from '../zh/sheet-lint.ts';

/** What the linter says of a sheet before it is printed: what was found, what is expected, where. */
export const sheetLint: Record<keyof typeof zh, string> = {
  identity_numbers:
    'The sheet has {count} texts that look like identity numbers; none may stand on any sheet: look in title, notes and names.',
  telephones:
    'The sheet has {count} telephone numbers; only an internal sheet for which they were chosen may have them.',
  local_codes: 'The sheet has {count} codes of settlements or households; a public edition ends at the village.',
  masked_names: 'The sheet has {count} texts that look like names of householders (张**); a public edition has none.',
  below_village: 'The sheet has {count} names of settlements; a public edition ends at the village.',
  small_counts:
    'The sheet has {count} counts under 3 households or 10 people, or fractions that leave such a rest; a public edition reads "<3", "<10" or "not public".',
  coordinates: 'The sheet has {count} labels of degrees; a public edition has no coordinates.',
  internal_panels: 'The sheet has what a public edition leaves out: {panels}.',
  draft_plan: 'The public edition was asked for under plan {plan}; it can only show the plan in force at its date.',
  watermark_missing: 'The review copy has no watermark.',
  watermark_wrong: 'The sheet has the watermark of a review copy and is none.',
  mark_missing: 'The internal sheet is not marked as internal.',
  approval_missing: 'The public edition has no map approval number and date; type them in under options.',
  approval_not_drawn: 'The map approval number {number} is not on the sheet; put its box back.',
  hiding_not_said: 'The sheet has "<3", "<10" or "not public", and no note says what they mean.',
  date_missing: 'The date {date} is not on the sheet.',
  source_missing: 'The source of the data is not on the sheet: "{source}"',
  title_without_unit: 'The title "{title}" does not name the unit "{unit}".',
  archive_words:
    'The sheet of {date} has words of the archive of poverty alleviation: {words}; from 2021 on the present words are expected.',
  data_newer: 'The sheet is as of {date}; there are data up to {latest}.',
  counts_older: 'The sheet is as of {date}; households and people of the public edition are as of {counted}.',
  benchmark_old: 'The average of the level above for {code} is of {on}, more than a year before the sheet ({date}).',
  text_small: '{count} texts on {paper} are too low to be read: “{text}” is {height} mm high, expected {least} mm.',
  marks_small:
    '{count} letters in symbols on {paper} are under {least} mm, such as “{text}” with {height} mm; shape and colour still tell them apart.',
  names_unplaced: '{count} names found no place: {names}; take a larger paper or scale.',
  glyphs_missing: 'No font has {characters}; boxes are printed.',
  scale_odd: 'The scale {scale} is not round; {round} is.',
  contours_fine: 'Contours at {interval} m; expected {least} m or more.',
  dem_fine: 'Ground data at {cell} m; expected {least} m or more: finer relief is classified.',
  colors_collapse:
    'In the legend "{legend}" {count} pairs of colours look alike in black and white, such as "{one}" and "{other}"; there is a variant for it.',
};
