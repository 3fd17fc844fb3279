import type { sheetAdvice as zh } from '../zh/sheet-advice.ts';

/** Reasons of the paper adviser. */
export const sheetAdvice: Record<keyof typeof zh, string> = {
  scale: '{paper} {orientation} holds {scale}',
  landscape: 'landscape',
  portrait: 'portrait',
  share: 'the area covers {percent}% of the paper',
  share_small: 'the area covers only {percent}% of the paper: much of it is wasted',
  roll_length: '{meters} m are cut from the roll',
  heights_wall:
    'for the wall: title {title} mm, town names {town} mm, village names {village} mm, read from 3, 2 and 1 m',
  heights_table: 'for the table: village names are {village} mm, too small for more than 1 m',
  heights_hand: 'for the hand: village names are {village} mm',
  names_room: '{count} names stand {millimeters} mm apart on average: room enough',
  names_tight: '{count} names stand {millimeters} mm apart on average: tight',
  names_crowded: '{count} names stand {millimeters} mm apart on average: many will stand in the index only',
  usual_scale: 'reaches the usual scale ({scale} or larger)',
  below_usual_scale: 'smaller than the usual scale {scale}',
  recommended: 'recommended',
};
