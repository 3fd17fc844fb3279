import type { SegmentRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { statePart, togglePart } from '../event-parts.ts';
import { lookupPart, moneyPart, plainPart } from '../ledger-part.ts';
import { placeLine } from '../place-parts.ts';
import { codePart, createNameLookup } from '../thing-parts.ts';

/** Road segments (路段). */
export const segments = createLedger<SegmentRow>({
  kind: 'segments',
  geometries: ['LineString'],
  key: ['code'],
  parts: [
    codePart(),
    plainPart('name', 'text', { short: 'NAME' }),
    plainPart('nameEn', 'text', { short: 'NAMEEN' }),
    plainPart('routeNumber', 'text', { short: 'ROUTE' }),
    plainPart('roadClass', 'choice', { short: 'CLASS', required: true, choices: 'road_class' }),
    plainPart('roadFunction', 'choice', { short: 'FUNCTION', choices: 'road_function' }),
    plainPart('widthMeters', 'number', { short: 'WIDTH', unit: 'm', minimum: 0.5, maximum: 60 }),
    plainPart('oneWay', 'boolean', { short: 'ONEWAY', nullable: false }),
    statePart({
      kind: 'surface',
      choices: 'surface',
      value: { name: 'surface', short: 'SURFACE' },
      since: { name: 'surfaceSince', short: 'SURFSINCE' },
    }),
    plainPart('plannedYear', 'year', { short: 'PLANYEAR' }),
    statePart({
      kind: 'status',
      choices: 'work_status',
      value: { name: 'status', short: 'STATUS' },
      since: { name: 'statusSince', short: 'STATSINCE' },
      initial: 'none',
    }),
    togglePart({
      done: { kind: 'closed', name: 'closedOn', short: 'CLOSEDON' },
      undone: { kind: 'opened', name: 'openedOn', short: 'OPENEDON' },
    }),
    moneyPart('costYuan', 'costWanYuan', { short: 'COST' }),
    plainPart('projectCode', 'code', { short: 'PROJCODE', refersTo: ['projects'] }),
    lookupPart(createNameLookup('projectName', 'PROJECT', 'projectCode')),
    plainPart('sharesPavementWith', 'code', { short: 'SHARES', refersTo: ['segments'] }),
  ],
  blank: {
    name: null,
    nameEn: null,
    routeNumber: null,
    roadFunction: null,
    widthMeters: null,
    oneWay: false,
    plannedYear: null,
    costYuan: null,
    projectCode: null,
    sharesPavementWith: null,
    events: [],
  },
  geometryOf: (row) => row.line,
  place: placeLine,
});
