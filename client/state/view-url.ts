import { type IsoDate, isIsoDate } from '#core/county/dates.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { LANGUAGES } from '#core/texts/language.ts';
import { formatImportView, parseImportView } from './import-view.ts';
import { formatTool, parseTool } from './tool.ts';
import { type Camera, INITIAL_VIEW, PAGES, PLAN_TABS, SHEET_TABS, THEMES, type ThingRef, type View } from './view.ts';

const AREA_CODE = /^(\d{6}|\d{9}|\d{12})$/;
const PRINT_ID = /^\d{6}-[0-9A-Z]{8}$/;
const PLAN_CODE = /^[\w-]{1,40}$/;
/** Four decimals of a degree are about ten metres: finer than a pixel at the closest zoom that is useful. */
const CAMERA_DECIMALS = 4;

/** What the browser knows when the address says nothing. */
export interface ViewDefaults {
  readonly language: View['language'];
  readonly theme: View['theme'];
  readonly wall: boolean;
}

/**
 * Reads the view from an address such as `/529901/progress?asOf=2026-06-30&lang=en`.
 *
 * Parts that do not parse are left out, never refused: an old or mistyped link still opens the area it names.
 */
export function parseViewUrl(path: string, search: string, defaults: ViewDefaults): View {
  const [area = '', map = ''] = path.split('/').filter(Boolean);
  const query = new URLSearchParams(search);
  const wall = query.has('wall') ? query.get('wall') === '1' : defaults.wall;
  return {
    area: AREA_CODE.test(area) ? area : null,
    map: oneOf(MAP_KINDS, map) ?? INITIAL_VIEW.map,
    asOf: parseDate(query.get('asOf')),
    compare: parseDate(query.get('compare')),
    language: oneOf(LANGUAGES, query.get('lang')) ?? defaults.language,
    theme: oneOf(THEMES, query.get('theme')) ?? (wall ? 'dark' : defaults.theme),
    wall,
    page: oneOf(PAGES, query.get('page')) ?? 'map',
    plan: parsePlanCode(query.get('plan')),
    planTab: oneOf(PLAN_TABS, query.get('tab')) ?? 'edit',
    sheetTab: oneOf(SHEET_TABS, query.get('room')) ?? 'sheet',
    sheet: query.get('sheet'),
    importing: parseImportView(query),
    print: parsePrintId(query.get('print')),
    figure: oneOf(INDICATOR_CODES, query.get('figure')) ?? null,
    part: query.get('part'),
    thing: parseThing(query.get('thing')),
    tool: parseTool(query.get('tool')),
    camera: parseCamera(query.get('at')),
  };
}

/** The address of a view; `parseViewUrl` gives the same view back. */
export function formatViewUrl(view: View): string {
  const query: string[] = [];
  const put = (name: string, value: string | null): void => {
    if (value !== null) query.push(`${name}=${encodeURIComponent(value).replace(/%(2C|3A|3B)/g, decodeURIComponent)}`);
  };
  put('asOf', view.asOf);
  put('compare', view.compare);
  put('page', view.page === 'map' ? null : view.page);
  put('plan', view.plan);
  put('tab', view.planTab === 'edit' ? null : view.planTab);
  put('room', view.sheetTab === 'sheet' ? null : view.sheetTab);
  put('sheet', view.sheet);
  for (const [name, value] of formatImportView(view.importing)) put(name, value);
  put('print', view.print);
  put('figure', view.figure);
  put('part', view.part);
  put('thing', view.thing ? `${view.thing.layer}:${view.thing.code}` : null);
  put('tool', view.tool && formatTool(view.tool));
  put('at', view.camera ? formatCamera(view.camera) : null);
  put('lang', view.language);
  put('theme', view.theme);
  put('wall', view.wall ? '1' : null);
  const path = view.area === null ? '/' : `/${view.area}/${view.map}`;
  return `${path}?${query.join('&')}`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

function parseDate(text: string | null): IsoDate | null {
  return text !== null && isIsoDate(text) ? text : null;
}

function parsePlanCode(text: string | null): string | null {
  return text !== null && PLAN_CODE.test(text) ? text : null;
}

function parsePrintId(text: string | null): string | null {
  return text !== null && PRINT_ID.test(text) ? text : null;
}

function parseThing(text: string | null): ThingRef | null {
  const [layer, code] = text?.split(/:(.*)/s) ?? [];
  return layer && code ? { layer, code } : null;
}

function parseCamera(text: string | null): Camera | null {
  const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN] = (text ?? '').split(',').map(Number);
  const valid = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  return text && valid ? { lon, lat, zoom } : null;
}

function formatCamera(camera: Camera): string {
  return `${camera.lon.toFixed(CAMERA_DECIMALS)},${camera.lat.toFixed(CAMERA_DECIMALS)},${camera.zoom.toFixed(2)}`;
}
