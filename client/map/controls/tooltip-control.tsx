import { describeThing } from '#client/state/thing-words.ts';
import { useView } from '#client/state/view-store.ts';
import type { Hover } from '../modes/map-mode.ts';

/** What is under the pointer: its name and the facts that the map shows of it. */
export function TooltipControl({ hover, scale }: { readonly hover: Hover; readonly scale: number }) {
  const language = useView((view) => view.language);
  const { title, kind, facts } = describeThing(hover.layer, hover.properties, language);
  return (
    <div className="tooltip" style={{ left: hover.x * scale, top: hover.y * scale }} aria-hidden="true">
      <strong>{title}</strong> <span>{kind}</span>
      {facts.slice(0, 4).map((fact) => (
        <p key={fact.label} className="numeral">
          {fact.label} {fact.value}
        </p>
      ))}
    </div>
  );
}
