/** A text without spaces and line ends: a sentence is the same whatever lines it was broken into. */
export const withoutSpace = (text: string): string => text.replaceAll(/\s+/gu, '');
