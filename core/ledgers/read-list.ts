/** Signs between items, strongest first: where one of the first stands, those after it belong to the items. */
const SEPARATORS = [/[\uFF1B;\n|]/, /\u3001/, /[\uFF0C,]/, /\//] as const;

/** The items of a list in one cell: a JSON array, or texts parted by `；`, `;`, line ends, `、`, `，`, `,` or `/`. */
export function splitList(text: string): readonly string[] {
  if (text.startsWith('[')) {
    const items = parseArray(text);
    if (items !== null) return items;
  }
  const separator = SEPARATORS.find((one) => one.test(text));
  const parts = separator === undefined ? [text] : text.split(new RegExp(separator, 'g'));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A JSON array of texts and numbers; null for anything else. */
function parseArray(text: string): readonly string[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((one) => typeof one === 'string' || typeof one === 'number')
      ? parsed.map(String)
      : null;
  } catch {
    // not JSON: a text that happens to begin with a bracket
    return null;
  }
}
