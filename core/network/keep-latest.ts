/**
 * The kept value that fits, moved to the front, or a new one; the one unused for longest is dropped.
 *
 * @param kept changed in place, latest first
 * @param most how many are kept
 */
export function keepLatest<Value>(
  kept: Value[],
  most: number,
  { fits, create }: { readonly fits: (value: Value) => boolean; readonly create: () => Value },
): Value {
  const place = kept.findIndex(fits);
  const value = place >= 0 ? (kept.splice(place, 1)[0] as Value) : create();
  kept.unshift(value);
  if (kept.length > most) kept.pop();
  return value;
}
