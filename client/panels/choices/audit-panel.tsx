import { useState } from 'react';
import { keepAnswer } from '#client/state/answer.ts';
import { askPlace } from '#client/state/choices-store.ts';
import { flyTo } from '#client/state/map-store.ts';
import { useSuitabilityAudit } from '#client/state/use-suitability.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { SuitabilityAudit } from '#core/api/suitability.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { SUITABILITY_CLASSES, type SuitabilityClass } from '#core/planning/rules/site-rule.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';

/** Half the degrees that are shown around a site. */
const AROUND = 0.02;
const SHOWN_SITES = 8;

/** Every site under the plan, judged, worst first; a click flies there and asks about it. */
export function AuditPanel() {
  const say = useTopic('plans');
  const answer = useSuitabilityAudit();
  return (
    <section aria-label={say('where_audit')}>
      <h4>{say('where_audit')}</h4>
      <AnswerPanel answer={keepAnswer(answer)} lines={6}>
        {(audit) => <AuditList audit={audit} />}
      </AnswerPanel>
    </section>
  );
}

function AuditList({ audit }: { readonly audit: SuitabilityAudit }) {
  const say = useTopic('plans');
  const [wanted, setWanted] = useState<SuitabilityClass | null>(null);
  const [isWhole, setWhole] = useState(false);
  const rank = ({ place }: SuitabilityAudit['items'][number]): number =>
    SUITABILITY_CLASSES.indexOf(place.suitabilityClass);
  const items = audit.items
    .filter(({ place }) => wanted === null || place.suitabilityClass === wanted)
    .toSorted((a, b) => rank(a) - rank(b));
  const shown = isWhole ? items : items.slice(0, SHOWN_SITES);
  return (
    <>
      <ul className="choices-counts" aria-label={say('where_class')}>
        <li>
          <button type="button" aria-pressed={wanted === null} onClick={() => setWanted(null)}>
            {say('where_audit_all')} <span className="numeral">{formatNumber(audit.items.length, 0)}</span>
          </button>
        </li>
        {audit.counts
          .filter(({ sites }) => sites > 0)
          .map(({ code, name, sites }) => (
            <li key={code}>
              <button type="button" aria-pressed={wanted === code} onClick={() => setWanted(code)}>
                {name} <span className="numeral">{formatNumber(sites, 0)}</span>
              </button>
            </li>
          ))}
      </ul>
      <ul className="choices-sites">
        {shown.map((item) => (
          <AuditItem key={item.code} item={item} />
        ))}
      </ul>
      {shown.length < items.length ? (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {say('commands_more', { n: formatNumber(items.length, 0) })}
        </button>
      ) : null}
    </>
  );
}

function AuditItem({
  item: { name, areaName, isAssessed, place },
}: {
  readonly item: SuitabilityAudit['items'][number];
}) {
  const say = useTopic('plans');
  const broken = place.rules.filter(({ isBroken }) => isBroken);
  // what bars comes first, then what is to be argued, then hints
  const worst =
    broken.find(({ strength }) => strength === 'forbidden') ??
    broken.find(({ strength }) => strength === 'argued') ??
    broken[0];
  const [lon, lat] = place.position;
  return (
    <li>
      <button
        type="button"
        className="plan-suitability"
        data-class={place.suitabilityClass}
        onClick={() => {
          askPlace([lon, lat]);
          flyTo([lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]);
        }}
      >
        <strong>
          {name} {isAssessed ? null : <em className="mark">{say('where_audit_unassessed')}</em>}
        </strong>
        <span>{place.className}</span>
        <small>
          {areaName} · {worst?.text ?? say('where_audit_clean')}
        </small>
      </button>
    </li>
  );
}
