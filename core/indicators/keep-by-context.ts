import type { IndicatorContext } from './context.ts';

/** The same function, which computes each answer once a context and key. Answers go with their context. */
export function keepByContext<Key extends string, Value>(
  compute: (context: IndicatorContext, key: Key) => Value,
): (context: IndicatorContext, key: Key) => Value {
  const kept = new WeakMap<IndicatorContext, Map<Key, Value>>();
  return (context, key) => {
    const values = kept.get(context) ?? new Map<Key, Value>();
    kept.set(context, values);
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = compute(context, key);
    values.set(key, value);
    return value;
  };
}
