import { useState } from 'react';
import { flyTo, setSpotlight } from '#client/state/map-store.ts';
import { getNetworkReportTableAddress, useNetworkReport } from '#client/state/use-network-report.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { openPage } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import { EmptyState } from '#client/ui/states.tsx';
import type { NetworkReport } from '#core/api/network.ts';
import { ROAD_FAULT_KINDS, type RoadFaultKind } from '#core/county/county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';

const MOST_COMPONENTS = 8;

/** The roads as a graph: what it is made of, which parts do not meet, what was found while it was built. */
export function NetworkPanel() {
  const say = useTopic('tools');
  const [kind, setKind] = useState<RoadFaultKind | null>(null);
  const answer = useNetworkReport(kind);
  return (
    <section aria-label={say('network')} className="network">
      <h2>{say('network')}</h2>
      <AnswerPanel answer={answer} lines={8}>
        {(pages) => {
          const first = pages[0];
          return first ? (
            <>
              <p className="tool-note numeral">
                {say('network_note')} {say('basis_county', { date: first.asOf, revision: first.revision })}
              </p>
              <NetworkNumbers report={first} />
              <Components report={first} />
              <FindingKinds report={first} kind={kind} onKind={setKind} />
              <Findings pages={pages} />
              <MoreFindings answer={answer} />
            </>
          ) : null;
        }}
      </AnswerPanel>
    </section>
  );
}

function NetworkNumbers({ report }: { readonly report: NetworkReport }) {
  const say = useTopic('tools');
  const numbers: readonly (readonly [string, string])[] = [
    [say('network_segments'), formatNumber(report.segments, 0)],
    [say('network_links'), formatNumber(report.links, 0)],
    [say('network_nodes'), formatNumber(report.nodes, 0)],
    [say('network_km'), formatNumber(report.km, 1)],
    [say('network_components'), formatNumber(report.componentCount, 0)],
  ];
  return (
    <dl className="network-numbers">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numeral">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Shows a place on the map. */
function showOnMap(code: string, position: LonLat): void {
  openPage('map');
  setSpotlight({ code, position });
  flyTo([...position, ...position]);
}

function Components({ report }: { readonly report: NetworkReport }) {
  const say = useTopic('tools');
  if (report.componentCount < 2) return null;
  return (
    <ol className="tool-list components">
      {report.components.slice(0, MOST_COMPONENTS).map((component, index) => (
        <li key={component.position.join()}>
          <button
            type="button"
            title={say('fly_to')}
            onClick={() => showOnMap(`component-${index}`, component.position)}
          >
            <span className="numeral">
              {say('network_component', {
                n: index + 1,
                segments: formatNumber(component.segments, 0),
                km: formatNumber(component.km, 1),
                settlements: formatNumber(component.settlements, 0),
              })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface FindingKindsProps {
  readonly report: NetworkReport;
  readonly kind: RoadFaultKind | null;
  readonly onKind: (kind: RoadFaultKind | null) => void;
}

function FindingKinds({ report, kind, onKind }: FindingKindsProps) {
  const say = useTopic('tools');
  const name = useTopic('network');
  const total = ROAD_FAULT_KINDS.reduce((sum, one) => sum + (report.counts[one] ?? 0), 0);
  return (
    <>
      <h3>{say('network_findings')}</h3>
      <ul className="parts finding-kinds">
        <li>
          <button type="button" aria-pressed={kind === null} onClick={() => onKind(null)}>
            <span>{say('network_all_findings')}</span>
            <span className="numeral">{formatNumber(total, 0)}</span>
          </button>
        </li>
        {ROAD_FAULT_KINDS.map((one) => (
          <li key={one}>
            <button type="button" aria-pressed={kind === one} onClick={() => onKind(one)}>
              <span>{name(`fault_${one}`)}</span>
              <span className="numeral">{formatNumber(report.counts[one] ?? 0, 0)}</span>
            </button>
          </li>
        ))}
      </ul>
      <a className="text-button" href={getNetworkReportTableAddress(kind)} download>
        <Icon name="download" /> {say('download')}
      </a>
    </>
  );
}

function Findings({ pages }: { readonly pages: readonly NetworkReport[] }) {
  const say = useTopic('tools');
  const items = pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState>{say('network_no_findings')}</EmptyState>;
  return (
    <ul className="tool-list findings">
      {items.map((item) => (
        <li key={`${item.kind}:${item.segmentCode}:${item.otherSegmentCode}:${item.position.join()}`}>
          <button type="button" title={say('fly_to')} onClick={() => showOnMap(item.segmentCode, item.position)}>
            <span>
              {item.otherSegmentCode === null
                ? item.segmentCode
                : say('finding_of', { segment: item.segmentCode, other: item.otherSegmentCode })}
              <small>{item.kindText}</small>
            </span>
            <span className="numeral">
              {formatNumber(item.distanceMeters, 1)} {say('unit_meters')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function MoreFindings({ answer }: { readonly answer: ReturnType<typeof useNetworkReport> }) {
  const say = useTopic('tools');
  const app = useText();
  if (!answer.hasNextPage) return null;
  return (
    <button
      type="button"
      className="text-button"
      disabled={answer.isFetchingNextPage}
      onClick={() => void answer.fetchNextPage()}
    >
      {answer.isFetchingNextPage ? app('loading') : say('more')}
    </button>
  );
}
