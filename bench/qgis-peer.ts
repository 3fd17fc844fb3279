import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { County } from '#core/county/county.ts';
import { medianOf } from './measure.ts';

/** The system's own Python is the one that QGIS is installed for. */
const PYTHONS = process.platform === 'linux' ? ['/usr/bin/python3', 'python3'] : ['python3'];

/** How an export by QGIS came out. */
export interface QgisExport {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * Areas filled and outlined, roads by class, settlements with labels that avoid each other, from GeoJSON into one A0 page, in the county's own
 * Gauss-Kruger zone; exported as PDF. Prints the seconds and bytes of each export.
 */
const SCRIPT = `
import os, sys, time
os.environ['QT_QPA_PLATFORM'] = 'offscreen'
from qgis.core import *
folder, runs, crs = sys.argv[1], int(sys.argv[2]), sys.argv[3]
app = QgsApplication([], False); app.initQgis()
project = QgsProject.instance(); project.setCrs(QgsCoordinateReferenceSystem(crs))
def load(name):
    layer = QgsVectorLayer(os.path.join(folder, name + '.geojson'), name, 'ogr')
    if not layer.isValid(): sys.exit(3)
    project.addMapLayer(layer); return layer
layers = [load(name) for name in sys.argv[4:]]
for layer in layers:
    if layer.name() != 'settlements': continue
    settings = QgsPalLayerSettings(); settings.fieldName = 'name'
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings)); layer.setLabelsEnabled(True)
roads = [layer for layer in layers if layer.name() == 'segments'][0]
def road(value, width):
    symbol = QgsLineSymbol.createSimple({'line_color': '#000000', 'line_width': str(width)})
    return QgsRendererCategory(value, symbol, value)
roads.setRenderer(QgsCategorizedSymbolRenderer('class', [road(c, w) for c, w in [('G', 1.2), ('S', 1.0), ('X', 0.8), ('Y', 0.5), ('C', 0.35), ('Z', 0.25)]]))
layout = QgsPrintLayout(project); layout.initializeDefaults()
layout.pageCollection().page(0).setPageSize(QgsLayoutSize(1189, 841))
item = QgsLayoutItemMap(layout); item.attemptResize(QgsLayoutSize(1000, 800)); item.setLayers(layers)
transform = QgsCoordinateTransform(roads.crs(), project.crs(), project)
item.zoomToExtent(transform.transformBoundingBox(roads.extent())); layout.addLayoutItem(item)
target = os.path.join(folder, 'sheet.pdf')
for run in range(runs):
    start = time.perf_counter()
    if QgsLayoutExporter(layout).exportToPdf(target, QgsLayoutExporter.PdfExportSettings()) != QgsLayoutExporter.Success: sys.exit(4)
    print('export', time.perf_counter() - start, os.path.getsize(target))
`;

/** EPSG code of the 3-degree Gauss-Kruger system by central meridian (4509 + zone, zone = longitude ÷ 3), for a longitude. */
const crsOf = (lon: number): string => `EPSG:${4509 + Math.round(lon / 3)}`;

/** Median of A0 exports by QGIS of a county's own areas, roads and settlements; null where QGIS is absent. */
export function exportWithQgis(county: County, runs: number): QgisExport | null {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-qgis-'));
  try {
    const names = writeLayers(county, folder);
    const lon = county.segments[0]?.line.coordinates[0]?.[0] ?? 108;
    const ran = PYTHONS.map((python) =>
      spawnSync(python, ['-c', SCRIPT, folder, String(runs), crsOf(lon), ...names], {
        encoding: 'utf8',
        env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
      }),
    ).find(({ status }) => status === 0);
    if (ran === undefined) return null;
    const exports = [...ran.stdout.matchAll(/export ([\d.]+) (\d+)/g)];
    if (exports.length !== runs) return null;
    return {
      seconds: medianOf(exports.map(([, seconds]) => Number(seconds))),
      megabytes: medianOf(exports.map(([, , bytes]) => Number(bytes) / 1_000_000)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the layers that have features, the upper ones first, and gives their names. */
function writeLayers({ areas, segments, settlements }: County, folder: string): string[] {
  const layers = {
    settlements: settlements.map(({ name, position }) => ({
      properties: { name },
      geometry: { type: 'Point', coordinates: position },
    })),
    segments: segments.map(({ roadClass, line }) => ({ properties: { class: roadClass }, geometry: line })),
    areas: areas
      .filter(({ level }) => level === 'village')
      .map(({ name, boundary }) => ({ properties: { name }, geometry: boundary })),
  };
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0);
  for (const [name, features] of filled) {
    const collection = {
      type: 'FeatureCollection',
      features: features.map((feature) => ({ type: 'Feature', ...feature })),
    };
    writeFileSync(join(folder, `${name}.geojson`), JSON.stringify(collection));
  }
  return filled.map(([name]) => name);
}
