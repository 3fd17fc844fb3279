import type { JoinDefinition } from './join-definition.ts';
import type { NetworkAt } from './network.ts';

/** Something that rests on the roads of a day and on one reading of "joined". */
type ByDefinition<Value> = (network: NetworkAt, definition: JoinDefinition) => Value;

/**
 * The same function, which computes each answer once a network of a day and a definition. Definitions are equal when their contents are,
 * key included. Answers go with their network.
 *
 * @param contentsOf what of a definition the answer rests on, as text; default all of it
 */
export function keepByDefinition<Value>(
  compute: ByDefinition<Value>,
  contentsOf: (definition: JoinDefinition) => string = writeContents,
): ByDefinition<Value> {
  const kept = new WeakMap<NetworkAt, Map<string, Value>>();
  return (network, definition) => {
    const values = kept.get(network) ?? new Map<string, Value>();
    kept.set(network, values);
    const contents = contentsOf(definition);
    const value = values.get(contents) ?? compute(network, definition);
    values.set(contents, value);
    return value;
  };
}

const written = new WeakMap<JoinDefinition, string>();

/** Contents of a definition as text, written once. */
function writeContents(definition: JoinDefinition): string {
  const contents = written.get(definition) ?? JSON.stringify(definition);
  written.set(definition, contents);
  return contents;
}
