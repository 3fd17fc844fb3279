import { useArea } from '#client/state/use-area.ts';
import { useText } from '#client/state/use-text.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { SectionPanel } from '../side/section-panel.tsx';

const SQUARE_METERS_PER_SQUARE_KILOMETER = 1_000_000;

/** The open area itself: size, what it is known for, and who is responsible. */
export function AreaPanel() {
  const say = useText();
  const detail = useArea().data;
  if (!detail) return null;
  const { area, responsibilities } = detail;
  const remarks = [
    say('area_size', { value: formatNumber(area.areaSquareMeters / SQUARE_METERS_PER_SQUARE_KILOMETER, 1) }),
    area.priority ? say('priority_village') : null,
    area.plannedExitYear === null ? null : say('planned_exit', { year: area.plannedExitYear }),
    area.exitedOn === null ? null : say('exited_on', { date: area.exitedOn }),
    area.leadingProduct === null ? null : say('leading_product', { name: area.leadingProduct }),
  ].filter((remark) => remark !== null);
  return (
    <SectionPanel title={say('responsible')}>
      <p className="numeral">{remarks.join(' · ')}</p>
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
