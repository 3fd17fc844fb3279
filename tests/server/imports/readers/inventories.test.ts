import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceFile, SourceTable } from '#core/ledgers/source-table.ts';
import { groupUploads } from '#server/imports/readers/group-uploads.ts';
import { ImportFileError } from '#server/imports/readers/import-file-error.ts';
import { readSourceFiles } from '#server/imports/readers/read-source-files.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

/** Files that others made, and what GDAL 3.12 reads of each. */
const CHECK_DATA = '../shared/data';
const isMissing = !existsSync(CHECK_DATA);
const note = `(skipped without ${CHECK_DATA})`;

/** A layer in an inventory; at most 40 of its fields are listed. */
interface InventoryLayer {
  readonly layer: string;
  readonly features: number;
  readonly fields: readonly string[];
  readonly crs: string | null;
}

type Inventory = Readonly<Record<string, readonly InventoryLayer[] | { readonly error: string }>>;

const LISTED_FIELDS = 40;

/** Where the product reads what GDAL does not, or refuses what GDAL takes, each with its reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'fmt-shapefile-js/T8Th4_6n.zip':
    'the shapefile lies in a folder of the archive; remains after its last shape are passed over',
  'fmt-shapefile-js/htmlcpg.shp': 'the index (.shx) is not needed; the web page in place of the .cpg is passed over',
  'fmt-shapefile-js/htmlprj.shp':
    'the index (.shx) is not needed; the web page in place of the .prj is passed over and told',
  'fmt-shapefile-js/no-dbf.shp': 'the index (.shx) is not needed; the missing .dbf is told',
  'fmt-goat-layers/invalid/invalid_bad_formed.xlsx': 'columns with neither a header nor a cell are no columns',
  'fmt-goat-layers/invalid/invalid_missing_file.zip': 'the index (.shx) is not needed',
  'fmt-spatialite/gpkg_test.gpkg': 'every layer is read; geometry with measures too, which this GDAL refuses',
  'fmt-spatialite/testcase1.xls': 'XLS is read; this GDAL was built without it',
};

const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Reads every file of a folder, parts of shapefiles together; the reason where one is refused. */
async function readFolder(folder: string): Promise<ReadonlyMap<string, SourceFile | ImportFileError>> {
  const read = new Map<string, SourceFile | ImportFileError>();
  const byFolder = new Map<string, string[]>();
  for (const path of listFiles(folder)) {
    if (/INVENTORY|SOURCE\.txt|LICENSE|\.result/.test(path)) continue;
    byFolder.set(dirname(path), [...(byFolder.get(dirname(path)) ?? []), path]);
  }
  for (const paths of byFolder.values())
    for (const { name, parts } of groupUploads(paths.map((path) => ({ name: basename(path), path })))) {
      const main = parts.find((part) => part.name === name)?.path ?? '';
      read.set(relative(CHECK_DATA, main), await readOrRefuse(parts));
    }
  return read;
}

async function readOrRefuse(parts: Parameters<typeof readSourceFiles>[0]): Promise<SourceFile | ImportFileError> {
  try {
    const [file] = await readSourceFiles(parts, { limits: USUAL_LIMITS });
    if (file === undefined) throw new RangeError('Nothing was read');
    return file;
  } catch (error) {
    if (error instanceof ImportFileError) return error;
    throw error;
  }
}

const readInventory = (folder: string): Inventory =>
  JSON.parse(readFileSync(`${CHECK_DATA}/${folder}/INVENTORY-gdal3.12.json`, 'utf8')) as Inventory;

/** Rows of every kind that a table has. */
const countRows = ({ rows, totals }: SourceTable): number => rows.length + totals.length;

/** What differs between a table and its layer, as sentences. */
function compareLayer(table: SourceTable | undefined, layer: InventoryLayer, format: string): readonly string[] {
  if (table === undefined) return [`${layer.layer}: not read`];
  const faults: string[] = [];
  if (countRows(table) !== layer.features)
    faults.push(`${layer.layer}: ${countRows(table)} rows, expected ${layer.features}`);
  const columns = table.columns.length + table.leftOut.length;
  const expected = layer.fields.length;
  // GDAL gives every KML the same eleven columns; XLSX and CSV have a test of their own.
  if (format !== 'kml' && (expected < LISTED_FIELDS ? columns !== expected : columns < expected))
    faults.push(`${layer.layer}: ${columns} columns, expected ${expected}`);
  if (format.startsWith('geojson')) return faults;
  const crs = table.crs === null ? null : table.crs.kind === 'wgs84' ? 'EPSG:4326' : 'other';
  const stated = layer.crs === null || layer.crs === 'EPSG:4326' ? layer.crs : 'other';
  if (crs !== stated) faults.push(`${layer.layer}: ${crs}, expected ${layer.crs}`);
  return faults;
}

function compareFile(read: SourceFile | ImportFileError | undefined, expected: Inventory[string]): readonly string[] {
  if (read === undefined) return ['was not met'];
  if ('error' in expected)
    return read instanceof ImportFileError ? [] : [`was read, GDAL says ${expected.error.slice(0, 60)}`];
  if (read instanceof ImportFileError) return [`is refused: ${read.code} ${JSON.stringify(read.details)}`];
  return expected.flatMap((layer, index) => compareLayer(read.tables[index], layer, read.format));
}

async function compareFolder(folder: string, skip: RegExp = /^$/): Promise<readonly string[]> {
  const read = await readFolder(`${CHECK_DATA}/${folder}`);
  return Object.entries(readInventory(folder)).flatMap(([path, expected]) => {
    const key = `${folder}/${path}`;
    if (skip.test(key)) return [];
    const faults = compareFile(read.get(key), expected);
    if (key in OTHERWISE) return faults.length > 0 ? [] : [`${key} is like the inventory`];
    return faults.map((fault) => `${key}: ${fault}`);
  });
}

describe.skipIf(isMissing)(`readSourceFiles on files of others ${note}`, () => {
  it('reads shapefiles as GDAL does, and more where it gives up', async () => {
    expect(await compareFolder('fmt-shapefile-js')).toEqual([]);
  });

  it('reads shapefiles, GeoPackage, GeoJSON and workbooks of SpatiaLite as GDAL does', async () => {
    expect(await compareFolder('fmt-spatialite', /\.xlsx$/)).toEqual([]);
  });

  it('reads what a web product takes and refuses what it refuses', async () => {
    expect(await compareFolder('fmt-goat-layers')).toEqual([]);
  });

  it('keeps the characters of names: Chinese in UTF-8, Latin letters of Western Europe', async () => {
    const read = await readFolder(`${CHECK_DATA}/fmt-spatialite/shp`);
    const namesOf = (path: string): readonly unknown[] => {
      const file = read.get(`fmt-spatialite/shp/${path}`);
      return file === undefined || file instanceof ImportFileError
        ? []
        : (file.tables[0]?.rows.flatMap(({ cells }) => cells) ?? []);
    };
    expect(namesOf('taiwan/route.shp')).toContain('\u6587\u6e56\u7dda');
    expect(namesOf('new-caledonia/railways.shp')).toContain('Tunnel de Tonghou\u00e9');
  });
});
