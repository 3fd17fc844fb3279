import { lazy, Suspense } from 'react';
import { toFigure } from '#client/state/figure-words.ts';
import { useArea } from '#client/state/use-area.ts';
import { getFigureTableAddress, useFigures } from '#client/state/use-figures.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useText } from '#client/state/use-text.ts';
import { openArea, openAreaFigure, openFigure, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { Icon } from '#client/ui/icon.tsx';
import { PlainLink } from '#client/ui/plain-link.tsx';
import type { FigureAnswer, IndicatorsAnswer } from '#core/api/figures.ts';
import { formatFigureValue, formatFraction } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { LightPanel } from '../side/light-panel.tsx';

const ExportsPanel = lazy(() =>
  import('../exports/exports-panel.tsx').then((module) => ({ default: module.ExportsPanel })),
);
const RoadsPanel = lazy(() => import('../roads/roads-panel.tsx').then((module) => ({ default: module.RoadsPanel })));

/** The open map as tables: its figures by area, and where each comes from. */
export function DataPanel() {
  const say = useText();
  const county = useArea().data?.county;
  const definition = useMapDefinition().data;
  const children = useFigures(definition?.figures ?? [], { of: 'children' });
  const own = useFigures(definition?.figures ?? []);
  return (
    <article className="data" aria-label={say('data_title')}>
      <h1>{definition?.title ?? say('data_title')}</h1>
      {county ? (
        <p className="data-note numeral">
          {say('data_note', { county: county.name, date: county.dataDate, revision: county.revision })}
        </p>
      ) : null}
      <AnswerPanel answer={own} lines={8}>
        {(data) => (
          <>
            <section aria-label={say('data_areas')}>
              <h2>{say('data_areas')}</h2>
              <AreaTable own={data} below={children.data} />
            </section>
            <SourceList figures={data.items[0]?.figures ?? []} origin={county?.origin ?? ''} />
          </>
        )}
      </AnswerPanel>
      <Suspense fallback={null}>
        <ExportsPanel />
        <RoadsPanel />
      </Suspense>
    </article>
  );
}

interface AreaTableProps {
  readonly own: IndicatorsAnswer;
  readonly below: IndicatorsAnswer | undefined;
}

function AreaTable({ own, below }: AreaTableProps) {
  const say = useText();
  const heads = own.items[0]?.figures ?? [];
  return (
    <div className="data-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{say('area')}</th>
            {heads.map((figure) => (
              <th key={figure.code} scope="col">
                <button type="button" onClick={() => openFigure(figure.code)}>
                  {figure.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...own.items, ...(below?.items ?? [])].map((item, index) => (
            <AreaRow key={item.area} item={item} own={index === 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AreaRow({ item, own }: { readonly item: IndicatorsAnswer['items'][number]; readonly own: boolean }) {
  const view = useView((current) => current);
  return (
    <tr className={own ? 'is-own' : ''}>
      <th scope="row">
        <PlainLink
          href={formatViewUrl({ ...view, area: item.area, camera: null, thing: null })}
          onOpen={() => openArea(item.area)}
        >
          {item.name}
        </PlainLink>
      </th>
      {item.figures.map((figure) => (
        <td key={figure.code} className="numeral" title={formatFraction(toFigure(figure), view) ?? undefined}>
          <button type="button" className="data-figure" onClick={() => openAreaFigure(item.area, figure.code)}>
            {formatFigureValue(figure, view)} <LightPanel light={figure.light} />
          </button>
        </td>
      ))}
    </tr>
  );
}

function SourceList({ figures, origin }: { readonly figures: readonly FigureAnswer[]; readonly origin: string }) {
  const say = useText();
  return (
    <section aria-label={say('data_sources')}>
      <h2>{say('data_sources')}</h2>
      <dl className="sources">
        {figures.map((figure) => (
          <div key={figure.code} className="source">
            <dt>
              <span className="origin-code numeral">{figure.code}</span> {figure.name}
            </dt>
            <dd>
              {figure.definition}
              <small>
                {figure.source}
                <button type="button" className="text-button" onClick={() => openFigure(figure.code)}>
                  {say('rows_behind')}
                </button>
                <a className="text-button" href={getFigureTableAddress(figure.code)} download>
                  <Icon name="download" /> CSV
                </a>
              </small>
            </dd>
          </div>
        ))}
        {origin ? (
          <div className="source">
            <dt>{say('data_origin')}</dt>
            <dd>{origin === 'sample' ? say('sample_note') : origin}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
