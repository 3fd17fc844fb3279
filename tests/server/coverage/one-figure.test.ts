import pino from 'pino';
import { describe, expect, it } from 'vitest';
import {
  figureRowsAnswerSchema,
  indicatorsAnswerSchema,
  rankingAnswerSchema,
  seriesAnswerSchema,
} from '#core/api/figures.ts';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { toReaderUnits } from '#core/indicators/reader-units.ts';
import { createCoverageRoutes } from '#server/coverage/coverage-routes.ts';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import { createApp } from '#server/http/create-app.ts';
import { request } from '#tests/support/request.ts';
import { COUNTY, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const app = createApp({
  routers: [createCoverageRoutes(createCoverageService({ getCounty: async () => county }))],
  page: null,
  log: pino({ level: 'silent' }),
  trustProxy: false,
  acceptedHosts: null,
});
const ask = async (address: string) => (await request(app, address)).json();

describe('a figure', () => {
  it.each(INDICATOR_CODES)('%s is the same by API, rows, CSV, series and ranking', async (code) => {
    const expected = toReaderUnits(computeFigure(createIndicatorContext(county), code, WEST_TOWN, { parts: false }));
    const { value, numerator, denominator } = expected;
    const same = { code, value, numerator, denominator, asOf: county.dataDate, speedVersion: expected.speedVersion };
    const base = `/api/areas/${WEST_TOWN}/indicators`;

    const [area] = indicatorsAnswerSchema.parse(await ask(`${base}?codes=${code}`)).items;
    expect(area?.figures[0]).toMatchObject(same);
    const { items } = indicatorsAnswerSchema.parse(await ask(`/api/areas/${COUNTY}/indicators?codes=${code}&of=all`));
    expect(items.find((item) => item.area === WEST_TOWN)?.figures[0]).toMatchObject(same);
    const ranking = rankingAnswerSchema.parse(await ask(`/api/areas/${COUNTY}/ranking?indicator=${code}`));
    expect(ranking.items.find((item) => item.area === WEST_TOWN)?.figure).toMatchObject(same);
    const series = seriesAnswerSchema.parse(await ask(`${base}/${code}/series?from=2026-11`));
    expect(series.points.at(-1)?.value).toBe(value);

    const rows = figureRowsAnswerSchema.parse(await ask(`${base}/${code}/rows?limit=1000`));
    expect(rows.figure).toMatchObject(same);
    const sum = rows.items.reduce((total, row) => total + (row.counts ? row.numerator : 0), 0);
    expect(sum).toBeCloseTo(numerator ?? 0, 6);
    const pairSum = rows.items.reduce((total, row) => total + (row.counts ? (row.pairNumerator ?? 0) : 0), 0);
    expect(pairSum).toBeCloseTo(expected.pair?.numerator ?? 0, 6);
    const csv = (await request(app, `${base}/${code}/rows?format=csv&lang=en`)).bytes.toString('utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.items.length + 1);
  });

  it('is named by the maps, which carry codes and no numbers of their own', () => {
    const context = createIndicatorContext(county);
    for (const map of MAP_KINDS) {
      const { figures } = createMapDefinition({ context, map, areaCode: COUNTY, palette: 'light', language: 'zh' });
      expect(figures.every((code) => (INDICATOR_CODES as readonly string[]).includes(code))).toBe(true);
    }
  });
});
