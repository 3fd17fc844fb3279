import { keepAnswer } from '#client/state/answer.ts';
import { useChoicesStore } from '#client/state/choices-store.ts';
import { useSuitabilityGrid } from '#client/state/use-suitability.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { SuitabilityGrid } from '#core/api/suitability.ts';
import { REFUSED_STRIPE_COLOR } from '#core/cartography/suitability-palette.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { PlacePanel } from './place-panel.tsx';
import { SiteRulesPanel } from './site-rules-panel.tsx';
import './choices.css';

/** Where a site may stand: the place that was clicked, the county's picture, the sites that are there, rules and weights. */
export function WherePanel() {
  const say = useTopic('plans');
  const answer = useSuitabilityGrid();
  const place = useChoicesStore((store) => store.place);
  return (
    <>
      <AnswerPanel answer={keepAnswer(answer)} lines={4}>
        {(grid) => <p className="choices-caution">{grid.note}</p>}
      </AnswerPanel>
      {place ? <PlacePanel position={place} /> : <p className="tool-hint">{say('where_hint')}</p>}
      {answer.data ? <PicturePanel grid={answer.data} /> : null}
      <AuditPanel />
      <SiteRulesPanel />
    </>
  );
}

/** Classes with their areas, best first; how strong the picture is; what refuses ground. */
function PicturePanel({ grid }: { readonly grid: SuitabilityGrid }) {
  const say = useTopic('plans');
  const opacity = useChoicesStore((store) => store.opacity);
  return (
    <section aria-label={say('where_picture')}>
      <h4>{say('where_picture')}</h4>
      <table className="choices-table is-legend">
        <thead>
          <tr>
            <th scope="col">{say('where_class')}</th>
            <th scope="col">{say('where_km2')}</th>
            <th scope="col">{say('where_share')}</th>
          </tr>
        </thead>
        <tbody className="numeral">
          {grid.classes.toReversed().map(({ code, name, color, km2, share }) => (
            <tr key={code}>
              <th scope="row">
                <svg viewBox="0 0 16 12" aria-hidden="true">
                  <rect width="16" height="12" fill={color} />
                  {code === 'refused' ? <path d="M3 0v12M8 0v12M13 0v12" stroke={REFUSED_STRIPE_COLOR} /> : null}
                </svg>
                {name}
              </th>
              <td>{formatNumber(km2, 1)}</td>
              <td>{formatNumber(share * 100, 1)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="choices-range">
        {say('where_opacity')}
        <input
          type="range"
          min={0}
          max={1}
          step={0.1}
          value={opacity}
          onChange={(event) => useChoicesStore.setState({ opacity: event.target.valueAsNumber })}
        />
        <output className="numeral">{formatNumber(opacity * 100, 0)} %</output>
      </label>
      {grid.refusedBy.length > 0 ? (
        <details className="choices-more">
          <summary>{say('where_refused_by')}</summary>
          <table className="choices-table is-legend">
            <thead>
              <tr>
                <th scope="col">{say('rule_condition')}</th>
                <th scope="col">{say('where_km2')}</th>
              </tr>
            </thead>
            <tbody className="numeral">
              {grid.refusedBy.map(({ code, name, km2 }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td>{formatNumber(km2, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </section>
  );
}
