import type { FindingRow } from '#core/api/import-records.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette, PaletteToken } from '#core/cartography/palettes.ts';
import type { FindingSeverity } from '#core/ledgers/import-finding.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'import-findings';

/** How grave a finding is, by colour and by shape. */
export const FINDING_LOOKS: Readonly<Record<FindingSeverity, { readonly color: PaletteToken; readonly sign: string }>> =
  {
    error: { color: 'lightRed', sign: '■' },
    warning: { color: 'lightYellow', sign: '▲' },
    note: { color: 'lightGrey', sign: '●' },
  };

const SEVERITIES: readonly FindingSeverity[] = ['note', 'warning', 'error'];
const SIGN_PIXELS = 15;

/** Layers in which a pointer finds a finding. */
export const IMPORT_FINDINGS_LAYERS: readonly string[] = SEVERITIES.map((severity) => `import-findings-${severity}`);

/** Places of findings: a square must be settled, a triangle wants to be looked at, a dot is a note. */
export const createImportFindingsLayer = (findings: readonly FindingRow[], palette: Palette): Overlay => ({
  sources: { [SOURCE]: { type: 'geojson', data: drawFindings(findings) } },
  layers: SEVERITIES.map((severity) => ({
    id: `import-findings-${severity}`,
    source: SOURCE,
    type: 'symbol',
    filter: ['==', ['get', 'severity'], severity],
    layout: {
      'text-field': FINDING_LOOKS[severity].sign,
      'text-font': [...FONTS.regular],
      'text-size': SIGN_PIXELS,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: {
      'text-color': palette[FINDING_LOOKS[severity].color],
      'text-halo-color': palette.halo,
      'text-halo-width': 1,
    },
  })),
});

/** The findings as features. */
const drawFindings = (findings: readonly FindingRow[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: findings.flatMap(({ position, severity, sentence }) =>
    position
      ? [
          {
            type: 'Feature',
            properties: { severity, text: sentence },
            geometry: { type: 'Point', coordinates: [...position] },
          } as const,
        ]
      : [],
  ),
});
