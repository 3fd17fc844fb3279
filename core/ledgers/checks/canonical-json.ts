/** JSON with sorted keys, so that equal objects give equal texts whatever order a database keeps. Without what is null. */
export function canonicalJson(values: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(values).filter(([, value]) => value !== null);
  return JSON.stringify(entries.sort(([a], [b]) => Number(a > b) - Number(a < b)));
}
