import { gapBounds } from '#client/state/gap-words.ts';
import { flyTo, setSpotlight } from '#client/state/map-store.ts';
import { chooseSegments } from '#client/state/tool-store.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { GapsAnswer } from '#core/api/network.ts';
import { formatNumber, writeAmount } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';

type Gap = GapsAnswer['items'][number];

interface GapPanelProps {
  readonly gap: Gap;
  readonly open: boolean;
  readonly chosen: readonly string[];
  readonly onOpen: (open: boolean) => void;
}

/** One settlement that is not joined; opened, the map goes there and its segments can be taken. */
export function GapPanel({ gap, open, chosen, onOpen }: GapPanelProps) {
  const language = useView((view) => view.language);
  const spotlight = { code: gap.code, position: gap.position };
  const toggle = (): void => {
    onOpen(!open);
    if (!open) flyTo(gapBounds(gap));
  };
  return (
    <li className="gap" data-open={open}>
      <button
        type="button"
        className="gap-head"
        aria-expanded={open}
        onPointerEnter={() => setSpotlight(spotlight)}
        onPointerLeave={() => setSpotlight(null)}
        onFocus={() => setSpotlight(spotlight)}
        onBlur={() => setSpotlight(null)}
        onClick={toggle}
      >
        <span className="gap-name">
          {gap.name} <small>{gap.areaName}</small>
        </span>
        <span className="numeral">{writeLedger(gap.km, 'km', language)}</span>
        <small className="gap-state">{gap.stateText}</small>
        <small className="numeral">{gap.wanYuan === null ? '' : writeLedger(gap.wanYuan, 'wan_yuan', language)}</small>
      </button>
      {open ? <OpenGap gap={gap} chosen={chosen} /> : null}
    </li>
  );
}

/** An amount with its unit to the decimals of a ledger, or the dash of what is not known. */
function writeLedger(amount: number | null, unit: 'km' | 'wan_yuan', language: Language): string {
  const written = writeAmount(amount, unit, { language, reading: 'ledger' });
  return `${written.value} ${written.unit}`.trim();
}

function OpenGap({ gap, chosen }: { readonly gap: Gap; readonly chosen: readonly string[] }) {
  const say = useTopic('tools');
  const codes = gap.segments.map(({ code }) => code);
  const all = codes.length > 0 && codes.every((code) => chosen.includes(code));
  return (
    <div className="gap-body">
      {gap.households === null ? null : (
        <small className="numeral">
          {say('population', { households: gap.households, people: gap.people === null ? '—' : gap.people })}
        </small>
      )}
      {gap.reasonText ? <p>{gap.reasonText}</p> : null}
      {gap.newRoadKm ? <p className="numeral">{say('gap_new_road', { km: formatNumber(gap.newRoadKm, 2) })}</p> : null}
      <ul>
        {gap.segments.map((segment) => (
          <GapSegment key={segment.code} segment={segment} chosen={chosen.includes(segment.code)} />
        ))}
      </ul>
      {codes.length > 0 ? (
        <button type="button" className="text-button" onClick={() => chooseSegments(codes, !all)}>
          {say(all ? 'gap_drop_all' : 'gap_choose_all')}
        </button>
      ) : null}
    </div>
  );
}

function GapSegment({ segment, chosen }: { readonly segment: Gap['segments'][number]; readonly chosen: boolean }) {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  return (
    <li>
      <label className="gap-segment">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={say('gap_choose', { name: segment.name })}
          onChange={(event) => chooseSegments([segment.code], event.target.checked)}
        />
        <span>
          {segment.name}
          <small>
            {segment.name === segment.code ? '' : `${segment.code} · `}
            {segment.plannedYear === null ? say('unplanned') : say('planned_year', { year: segment.plannedYear })}
          </small>
        </span>
        <span className="numeral">
          {writeLedger(segment.km, 'km', language)}
          <small title={segment.isEstimate ? say('estimate') : undefined}>
            {segment.isEstimate ? '≈ ' : ''}
            {writeLedger(segment.wanYuan, 'wan_yuan', language)}
          </small>
        </span>
      </label>
    </li>
  );
}
