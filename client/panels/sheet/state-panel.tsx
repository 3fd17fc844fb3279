import { useTopic } from '#client/state/use-text.ts';
import type { SheetStateAnswer } from '#core/api/sheet-register.ts';

/** Changes shown before one asks for all. */
const FIRST = 6;

/** Whether a printed sheet still tells what is, and what changed since. */
export function StatePanel({ state }: { readonly state: SheetStateAnswer }) {
  const say = useTopic('sheetRoom');
  const { changes } = state;
  return (
    <div className="sheet-state" data-state={state.state}>
      <p>
        <em className="mark">{say(`state_${state.state}`)}</em> <span className="numeral">{state.text}</span>
      </p>
      <Changes changes={changes.slice(0, FIRST)} />
      {changes.length > FIRST ? (
        <details>
          <summary className="numeral">{say('changes_more', { count: changes.length - FIRST })}</summary>
          <Changes changes={changes.slice(FIRST)} />
        </details>
      ) : null}
    </div>
  );
}

function Changes({ changes }: { readonly changes: SheetStateAnswer['changes'] }) {
  const say = useTopic('sheetRoom');
  return (
    <ul className="sheet-changes numeral">
      {changes.map((change) => (
        <li key={change.kind + change.text}>
          {change.text}
          {change.names.length > 0 ? <small>{change.names.join(say('joiner'))}</small> : null}
        </li>
      ))}
    </ul>
  );
}
