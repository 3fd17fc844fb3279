import { useText, useTopic } from '#client/state/use-text.ts';
import { openMap, openPage, openPlanning, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { Icon } from '#client/ui/icon.tsx';
import { PlainLink } from '#client/ui/plain-link.tsx';
import { MAP_KINDS } from '#core/county/kinds.ts';

/** The four maps, planning, the sheet room, the data and the import room. */
export function RailPanel() {
  const say = useText();
  const sayPlan = useTopic('plans');
  const sayImport = useTopic('importRoom');
  const view = useView((current) => current);
  return (
    <nav className="rail" aria-label={say('maps')}>
      {MAP_KINDS.map((map) => (
        <PlainLink
          key={map}
          className="rail-item"
          href={formatViewUrl({ ...view, map, page: 'map', figure: null, part: null, thing: null })}
          current={view.page === 'map' && view.map === map}
          onOpen={() => openMap(map)}
        >
          <Icon name={map} />
          <span title={say(`map_${map}_long`)}>{say(`map_${map}`)}</span>
        </PlainLink>
      ))}
      <hr />
      <PlainLink
        className="rail-item"
        href={formatViewUrl({ ...view, page: 'plan', map: 'measures', figure: null, part: null, thing: null })}
        current={view.page === 'plan'}
        onOpen={openPlanning}
      >
        <Icon name="plan" />
        <span>{sayPlan('title')}</span>
      </PlainLink>
      <PlainLink
        className="rail-item"
        href={formatViewUrl({ ...view, page: 'sheet' })}
        current={view.page === 'sheet'}
        onOpen={() => openPage('sheet')}
      >
        <Icon name="sheet" />
        <span>{say('page_sheet')}</span>
      </PlainLink>
      <PlainLink
        className="rail-item"
        href={formatViewUrl({ ...view, page: 'data' })}
        current={view.page === 'data'}
        onOpen={() => openPage('data')}
      >
        <Icon name="data" />
        <span>{say('page_data')}</span>
      </PlainLink>
      <PlainLink
        className="rail-item"
        href={formatViewUrl({ ...view, page: 'import' })}
        current={view.page === 'import'}
        onOpen={() => openPage('import')}
      >
        <Icon name="import" />
        <span title={sayImport('room')}>{sayImport('page')}</span>
      </PlainLink>
    </nav>
  );
}
