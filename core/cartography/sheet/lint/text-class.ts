/** Whether a text is the letter or number of a symbol: a single character. */
export const isMark = (text: string): boolean => [...text.trim()].length <= 1;

/** Whether a text is digits: with signs, a unit of the metric system, and the letter of a road's class; dates and coordinates are. */
export const isDigits = (text: string): boolean => {
  const words = text.replaceAll(/(?<=\d\s?)(?:km|mm|m)\b/gu, '').trim();
  return /\d/u.test(words) && /^\p{Lu}?[^\p{L}]*$/u.test(words);
};
