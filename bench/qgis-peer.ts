import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianOf } from './measure.ts';

const RUNS = 5;

/** The system's own Python is the one that QGIS is installed for. */
const PYTHONS = process.platform === 'linux' ? ['/usr/bin/python3', 'python3'] : ['python3'];

/**
 * Lines, polygons and labels of about the sample county's number on one A0 page, exported as PDF five times by a headless QGIS; prints the
 * seconds of each export.
 */
const SCRIPT = `
import os, sys, time, random
os.environ['QT_QPA_PLATFORM'] = 'offscreen'
from qgis.core import *
app = QgsApplication([], False); app.initQgis(); random.seed(5)
project = QgsProject.instance(); project.setCrs(QgsCoordinateReferenceSystem('EPSG:4545'))
def layer(kind, name, build, count):
    memory = QgsVectorLayer(kind + '?crs=EPSG:4545&field=name:string', name, 'memory'); items = []
    for i in range(count):
        item = QgsFeature(memory.fields()); item.setAttribute(0, name + str(i)); item.setGeometry(build()); items.append(item)
    memory.dataProvider().addFeatures(items); project.addMapLayer(memory); return memory
def line():
    x, y = 425000 + random.random() * 50000, 2950000 + random.random() * 70000; points = []
    for _ in range(15): points.append(QgsPointXY(x, y)); x += random.random() * 120 - 60; y += random.random() * 120 - 60
    return QgsGeometry.fromPolylineXY(points)
def cell():
    return QgsGeometry.fromPointXY(QgsPointXY(425000 + random.random() * 50000, 2950000 + random.random() * 70000)).buffer(2200, 30)
def point():
    return QgsGeometry.fromPointXY(QgsPointXY(425000 + random.random() * 50000, 2950000 + random.random() * 70000))
layers = [layer('Point', 'p', point, 2400), layer('LineString', 'l', line, 6000), layer('Polygon', 'a', cell, 193)]
settings = QgsPalLayerSettings(); settings.fieldName = 'name'
layers[0].setLabeling(QgsVectorLayerSimpleLabeling(settings)); layers[0].setLabelsEnabled(True)
layout = QgsPrintLayout(project); layout.initializeDefaults()
layout.pageCollection().page(0).setPageSize(QgsLayoutSize(1189, 841))
item = QgsLayoutItemMap(layout); item.attemptResize(QgsLayoutSize(1000, 800)); item.setLayers(layers)
item.setExtent(QgsRectangle(425000, 2950000, 475000, 3020000)); layout.addLayoutItem(item)
for run in range(int(sys.argv[2])):
    start = time.perf_counter()
    QgsLayoutExporter(layout).exportToPdf(sys.argv[1], QgsLayoutExporter.PdfExportSettings())
    print('seconds', time.perf_counter() - start)
`;

/** Median seconds of an A0 export by QGIS with as many features as the sample county; null where QGIS is absent. */
export function timeQgisSheet(): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-qgis-'));
  try {
    const ran = PYTHONS.map((python) =>
      spawnSync(python, ['-c', SCRIPT, join(folder, 'sheet.pdf'), String(RUNS)], {
        encoding: 'utf8',
        env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
      }),
    ).find(({ status }) => status === 0);
    if (ran === undefined) return null;
    const seconds = [...ran.stdout.matchAll(/seconds ([\d.]+)/g)].map((match) => Number(match[1]));
    return seconds.length === RUNS ? medianOf(seconds) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
