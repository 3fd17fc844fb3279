import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { applyCountyChange, invertCountyChange } from '#core/county/apply-county-change.ts';
import { arrangeCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { CountyChange } from '#core/county/county-change.ts';
import { splitCounty } from '#core/county/county-parts.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { parseCountyText, parseRows } from '#core/county/county-text.ts';
import type { DerivedCounty } from '#core/county/derive-county.ts';
import { eventsOfHouseholds } from '#core/county/household-columns.ts';
import { toSentError } from '../db/embedded/sent-error.ts';
import type { ChangeOrder, ChangeReply } from './change-messages.ts';
import type { StoredRoads } from './change-roads.ts';
import type { RoadText } from './county-text-store.ts';
import { listTouchedParts } from './list-touched-parts.ts';
import { prepareCountyChange } from './prepare-county-change.ts';

// The thread in which a change of a county is checked and computed, once: parsing, topology and comparing would hold up the server for seconds.

function prepare({ text, roads, change: packed, undone }: ChangeOrder): void {
  const given = JSON.parse(gunzipSync(packed).toString('utf8')) as CountyChange;
  // the county of before is let go of before that of now is taken apart: each takes a hundred megabytes
  const change = undone === null ? given : takeBack(given, parseCountyText(undone), text.head);
  const before = parseCountyText(text);
  const after = applyCountyChange(before, change);
  const { prepared, derived } = prepareCountyChange({ before, after, change, roads: parseRoads(roads) });
  for (const part of splitCounty(arrangeTouched(after, change, derived) as County)) reply({ kind: 'part', part });
  reply({ kind: 'done', prepared });
}

/** What takes a written change back; a data date that moved on since stays. */
function takeBack(change: CountyChange, former: CountyRows, now: Pick<CountyRows, 'dataDate'>): CountyChange {
  const inverse = invertCountyChange(former, change);
  return change.dataDate === now.dataDate ? inverse : { ...inverse, dataDate: null };
}

function parseRoads({ segments, pieces, links, faults }: RoadText): StoredRoads {
  // what stands there was written from such rows
  return {
    segments: parseRows(segments),
    pieces: parseRows(pieces),
    links: parseRows(links),
    faults: parseRows(faults),
  } as unknown as StoredRoads;
}

const NOTHING_DERIVED: DerivedCounty = { areas: [], segments: [], pieces: [], links: [], roadFaults: [] };

/** The parts of the county in memory that differ afterwards. */
function arrangeTouched(after: CountyRows, change: CountyChange, derived: DerivedCounty | null): Partial<County> {
  const householdEvents = eventsOfHouseholds(after.households);
  const county = arrangeCounty({ ...after, ...(derived ?? NOTHING_DERIVED), revision: 0, householdEvents });
  return Object.fromEntries(listTouchedParts(change).map((part) => [part, county[part]]));
}

const reply = (message: ChangeReply): void => parentPort?.postMessage(message);

parentPort?.once('message', (order: ChangeOrder) => {
  try {
    prepare(order);
  } catch (error) {
    reply({ kind: 'failed', error: toSentError(error) });
  }
});
