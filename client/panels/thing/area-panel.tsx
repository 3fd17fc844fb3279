import { useArea } from '#client/state/use-area.ts';
import { useText } from '#client/state/use-text.ts';
import { SectionPanel } from '../side/section-panel.tsx';

/** The chain of responsibility of the open area. */
export function AreaPanel() {
  const say = useText();
  const responsibilities = useArea().data?.responsibilities ?? [];
  if (responsibilities.length === 0) return null;
  return (
    <SectionPanel title={say('responsible')}>
      <dl className="facts">
        {responsibilities.map((entry) => (
          <div key={`${entry.role}:${entry.holder}`} className="fact">
            <dt>{entry.roleName}</dt>
            <dd>{entry.holder}</dd>
          </div>
        ))}
      </dl>
    </SectionPanel>
  );
}
