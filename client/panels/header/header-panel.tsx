import { useArea } from '#client/state/use-area.ts';
import { useText } from '#client/state/use-text.ts';
import { useView, useViewStore } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { PlainLink } from '#client/ui/plain-link.tsx';
import { BreadcrumbPanel } from './breadcrumb-panel.tsx';
import { SearchPanel } from './search-panel.tsx';

/** The line at the top: where we are, what we look for, as of when, in which language and light. */
export function HeaderPanel() {
  const say = useText();
  const asOf = useView((view) => view.asOf);
  const dataDate = useArea().data?.county.dataDate;
  return (
    <header className="header">
      <HomeLink />
      <BreadcrumbPanel />
      <SearchPanel />
      <p className="header-date numeral">{say('as_of', { date: asOf ?? dataDate ?? '…' })}</p>
      <DressButtons />
    </header>
  );
}

function HomeLink() {
  const say = useText();
  const view = useView((current) => current);
  const change = useViewStore((store) => store.change);
  const county = view.area?.slice(0, 6) ?? null;
  const home = { ...view, area: county, camera: null, thing: null, figure: null, part: null, page: 'map' } as const;
  return (
    <PlainLink className="brand" href={formatViewUrl(home)} onOpen={() => change(home)}>
      {say('product')}
    </PlainLink>
  );
}

function DressButtons() {
  const say = useText();
  const language = useView((view) => view.language);
  const theme = useView((view) => view.theme);
  const wall = useView((view) => view.wall);
  const change = useViewStore((store) => store.change);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="header-buttons">
      <button
        type="button"
        className="icon-button language-button"
        aria-label={say('language_switch_label')}
        title={say('language_switch_label')}
        onClick={() => change({ language: other }, 'replace')}
      >
        <span className={language === 'zh' ? 'is-current' : ''}>{say('language_zh_short')}</span>/
        <span className={language === 'en' ? 'is-current' : ''}>{say('language_en_short')}</span>
      </button>
      <IconButton
        icon="theme"
        label={say(theme === 'light' ? 'theme_to_dark' : 'theme_to_light')}
        onPress={() => change({ theme: theme === 'light' ? 'dark' : 'light' }, 'replace')}
      />
      <IconButton
        icon="wall"
        className="wall-button"
        label={say(wall ? 'wall_off' : 'wall_on')}
        pressed={wall}
        onPress={() => change({ wall: !wall, theme: wall ? 'light' : 'dark' }, 'replace')}
      />
    </div>
  );
}
