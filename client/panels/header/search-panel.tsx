import { type KeyboardEvent, useId, useState } from 'react';
import { setSpotlight } from '#client/state/map-store.ts';
import { useSearch } from '#client/state/use-search.ts';
import { useText } from '#client/state/use-text.ts';
import { openArea, useView, useViewStore } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { SearchHit } from '#core/api/areas.ts';

/** Closest zoom at which a single place is shown with what surrounds it. */
const PLACE_ZOOM = 14;

/** Finds areas and places; arrow keys choose, Enter opens, Escape leaves. */
export function SearchPanel() {
  const say = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const answer = useSearch(typed);
  const hits = typed.trim() === '' ? [] : (answer.data?.items ?? []);
  const shown = open && typed.trim() !== '' && answer.data !== undefined;

  const openHit = (hit: SearchHit | undefined): void => {
    if (!hit) return;
    setOpen(false);
    setTyped('');
    openPlace(hit);
  };
  const choose = (step: number): void => {
    if (hits.length > 0) setChosen((chosen + step + hits.length) % hits.length);
  };
  const keys: Record<string, () => void> = {
    Escape: () => setOpen(false),
    Enter: () => openHit(hits[chosen]),
    ArrowDown: () => choose(1),
    ArrowUp: () => choose(-1),
  };
  const handleKey = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <search className="search">
      <Icon name="search" />
      <input
        type="search"
        role="combobox"
        value={typed}
        placeholder={say('search')}
        aria-label={say('search_label')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[chosen] ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={handleKey}
      />
      {shown ? <SearchHits id={listId} hits={hits} chosen={chosen} typed={typed} onOpen={openHit} /> : null}
    </search>
  );
}

function openPlace(hit: SearchHit): void {
  const isArea = hit.kind === 'county' || hit.kind === 'town' || hit.kind === 'village';
  openArea(hit.areaCode);
  if (isArea) return;
  const [lon, lat] = hit.position;
  useViewStore.getState().change({ page: 'map', camera: { lon, lat, zoom: PLACE_ZOOM } }, 'replace');
  setSpotlight({ code: hit.code, position: hit.position });
}

interface SearchHitsProps {
  readonly id: string;
  readonly hits: readonly SearchHit[];
  readonly chosen: number;
  readonly typed: string;
  readonly onOpen: (hit: SearchHit) => void;
}

function SearchHits({ id, hits, chosen, typed, onOpen }: SearchHitsProps) {
  const say = useText();
  const language = useView((view) => view.language);
  if (hits.length === 0) {
    return (
      <p id={id} className="search-hits search-none" role="status">
        {say('search_nothing', { q: typed.trim() })}
      </p>
    );
  }
  return (
    <div id={id} className="search-hits" role="listbox" aria-label={say('search_results', { n: hits.length })}>
      {hits.map((hit, index) => (
        <div
          key={`${hit.kind}:${hit.code}`}
          id={`${id}-${index}`}
          className="search-hit"
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          // The pointer goes down before the field loses focus, which would close the list.
          onPointerDown={(event) => {
            event.preventDefault();
            onOpen(hit);
          }}
        >
          <span className="search-name">{language === 'zh' ? hit.name : hit.nameEn}</span>
          <span className="search-kind">{say(`kind_${hit.kind}`)}</span>
          <span className="search-path">{hit.path.join(' · ')}</span>
        </div>
      ))}
    </div>
  );
}
