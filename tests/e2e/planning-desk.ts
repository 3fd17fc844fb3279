import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { SuitabilityAnswer } from '#core/api/suitability.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { DRAW_MILLISECONDS } from './browser.ts';
import { COUNTY, queryOf } from './screen.ts';

/** Side of the world in pixels at zoom 0, as MapLibre counts. */
const WORLD_PIXELS = 512;
/** Metres of a degree of latitude. */
const METERS_A_DEGREE = 111_000;
/** What stands over the map, in pixels from its edges: legends on the left, the bar and the notice above, buttons on the right and below. */
const COVERED = { left: 240, right: 60, top: 110, bottom: 40 } as const;

/** A feature of the interface, as far as the story reads it. */
export interface DeskFeature {
  readonly properties: Readonly<Record<string, unknown>> & { readonly code: string };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** An answer of the interface, as another desk would get it. */
export async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(path, { timeout: DRAW_MILLISECONDS });
  if (!answer.ok()) throw new Error(`Got ${answer.status()} for ${path}: ${await answer.text()}`);
  return answer.json();
}

/** Features of a layer of the county at its data date. */
export const askFeatures = async (page: Page, layer: string): Promise<readonly DeskFeature[]> =>
  (await ask<{ features: DeskFeature[] }>(page, `/api/areas${COUNTY}/features/${layer}?lang=zh`)).features;

/** What the rules say of a place. */
export const askSuitability = (page: Page, [lon, lat]: LonLat): Promise<SuitabilityAnswer> =>
  ask(page, `/api/areas${COUNTY}/suitability?at=${lon.toFixed(5)},${lat.toFixed(5)}&lang=zh`);

/** A plan measured; `today` in place of a code is the county as it is. */
export const askEvaluation = (page: Page, plan: string): Promise<PlanEvaluationAnswer> =>
  ask(page, `/api/plans${COUNTY}/${plan}/evaluation?lang=zh`);

/** Middle and width of the outer ring of a polygon. */
function measureRing({ geometry }: DeskFeature): { readonly middle: LonLat; readonly width: number } {
  const ring = (geometry.type === 'Polygon' ? geometry.coordinates : []) as readonly (readonly LonLat[])[];
  const corners = ring[0]?.slice(1) ?? [];
  const mean = (read: (corner: LonLat) => number): number =>
    corners.reduce((sum, corner) => sum + read(corner), 0) / Math.max(1, corners.length);
  const lats = corners.map(([, lat]) => lat);
  return { middle: [mean(([lon]) => lon), mean(([, lat]) => lat)], width: Math.max(...lats) - Math.min(...lats) };
}

/** The middle of a wide threatened area whose nearest good place is within a kilometre, and what the rules say of it. */
export async function findThreatenedPlace(page: Page): Promise<SuitabilityAnswer> {
  const areas = (await askFeatures(page, 'threatened_areas'))
    .filter(({ properties }) => properties.struckOff === false)
    .map(measureRing)
    .filter(({ width }) => Number.isFinite(width))
    .sort((a, b) => b.width - a.width);
  for (const { middle } of areas) {
    const answer = await askSuitability(page, middle);
    const [first] = answer.place.rules.filter(({ isBroken, strength }) => isBroken && strength === 'forbidden');
    if (first?.code === 'threatened_area' && (answer.nearest?.straightMeters ?? Number.NaN) < 1000) return answer;
  }
  throw new Error('Got no threatened area with a good place near it.');
}

/** The place of the screen where a position is drawn, from the camera in the address. */
export async function findPixel(page: Page, [lon, lat]: LonLat): Promise<{ readonly x: number; readonly y: number }> {
  const [atLon = 0, atLat = 0, zoom = 0] = (queryOf(page.url()).get('at') ?? '').split(',').map(Number);
  const box = await page.locator('.map-main .maplibregl-canvas').boundingBox();
  if (!box) throw new Error('Got no map on the page.');
  const side = WORLD_PIXELS * 2 ** zoom;
  const north = (degrees: number): number => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const x = box.x + box.width / 2 + ((lon - atLon) / 360) * side;
  const y = box.y + box.height / 2 + ((north(atLat) - north(lat)) / (2 * Math.PI)) * side;
  return { x, y };
}

type Pixel = Awaited<ReturnType<typeof findPixel>>;

/** Tells whether nothing but the map is at a place of the screen. */
async function findFreeGround(page: Page): Promise<(pixel: Pixel) => boolean> {
  const box = await page.locator('.map-main .maplibregl-canvas').boundingBox();
  if (!box) throw new Error('Got no map on the page.');
  const [left, right] = [box.x + COVERED.left, box.x + box.width - COVERED.right];
  const [top, bottom] = [box.y + COVERED.top, box.y + box.height - COVERED.bottom];
  return ({ x, y }) => x > left && x < right && y > top && y < bottom;
}

/** The settlement in sight that sends most households to sites today, apart from other marks of the map. */
export async function findSettlementInSight(page: Page, away: LonLat) {
  const { flows } = await askEvaluation(page, 'today');
  const waiting = new Map(flows.map((flow) => [flow.settlementCode, flow.households - flow.movedInHouseholds]));
  const marks = await Promise.all(
    (await askFeatures(page, 'settlements'))
      .filter(({ properties }) => Number(properties.relocationHouseholds) > 0)
      .map(async ({ properties, geometry }) => ({
        code: properties.code,
        label: String(properties.label),
        households: waiting.get(properties.code) ?? 0,
        pixel: await findPixel(page, geometry.coordinates as LonLat),
      })),
  );
  const isFree = await findFreeGround(page);
  const site = { code: '', pixel: await findPixel(page, away) };
  const isAlone = ({ code, pixel }: (typeof marks)[number]): boolean =>
    [...marks, site].every(
      (other) => other.code === code || Math.hypot(other.pixel.x - pixel.x, other.pixel.y - pixel.y) > 40,
    );
  const [found] = marks
    .filter((mark) => isFree(mark.pixel) && mark.households < 100 && isAlone(mark))
    .sort((a, b) => b.households - a.households);
  if (!found) throw new Error('Got no settlement in sight.');
  return found;
}

/** A place in sight, some way from another, where no forbidding rule is broken. */
export async function findGoodPlace(page: Page, [lon, lat]: LonLat, meters: number): Promise<LonLat> {
  const isFree = await findFreeGround(page);
  for (let i = 0; i < 16; i++) {
    const angle = (i / 8) * Math.PI;
    const reach = (meters * (i < 8 ? 1 : 0.6)) / METERS_A_DEGREE;
    const place: LonLat = [lon + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
    if (!isFree(await findPixel(page, place))) continue;
    if ((await askSuitability(page, place)).place.suitabilityClass !== 'refused') return place;
  }
  throw new Error('Got no good place in sight.');
}

/** Where pictures and measures of a run go: the folder that the runner names, or one that is removed at the end. */
export interface Album {
  readonly take: (page: Page, name: string) => Promise<void>;
  readonly note: (name: string, measures: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** An album that nobody looks at. */
export const NO_ALBUM: Album = {
  take: async () => undefined,
  note: async () => undefined,
  close: async () => undefined,
};

/** Opens the album of a run. */
export async function openAlbum(): Promise<Album> {
  const named = process.env.GUATU_SHOTS ?? '';
  const folder = named === '' ? await mkdtemp(join(tmpdir(), 'guatu-story-')) : named;
  await mkdir(folder, { recursive: true });
  let number = 0;
  return {
    take: async (page, name) => {
      number += 1;
      await page.screenshot({ path: join(folder, `${String(number).padStart(2, '0')}-${name}.png`) });
    },
    note: (name, measures) => writeFile(join(folder, `${name}.json`), `${JSON.stringify(measures, null, 2)}\n`),
    close: async () => {
      if (named === '') await rm(folder, { recursive: true, force: true });
    },
  };
}
