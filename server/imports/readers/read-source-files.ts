import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ImportLimits } from '#core/api/import-records.ts';
import type { SourceFile, SourceFormat, SourceNote } from '#core/ledgers/source-table.ts';
import { groupUploads, type UploadedFile, type UploadGroup } from './group-uploads.ts';
import { ImportFileError } from './import-file-error.ts';
import { makeSourceTable } from './make-source-table.ts';
import { openArchive } from './open-archive.ts';
import type { RawFile } from './raw-table.ts';
import { readDelimited } from './read-delimited.ts';
import { type ConvertWithGdal, readFilegdb } from './read-filegdb.ts';
import { readGeojson } from './read-geojson.ts';
import { readGeopackage } from './read-geopackage.ts';
import { readGpx } from './read-gpx.ts';
import { readKml, readKmz } from './read-kml.ts';
import { readShapefiles, type ShapefilePart } from './read-shapefile.ts';
import { readXlsWorkbook, readXlsxWorkbook } from './read-workbook.ts';
import { createReadings, type Reading, type ReadingProgress } from './reading.ts';
import { recogniseArchive } from './recognise-archive.ts';
import { hasFittingExtension, recogniseFormat } from './recognise-format.ts';

/** What reading is held to, and whom it tells. */
export interface ReadOptions {
  readonly limits: ImportLimits;
  readonly signal?: AbortSignal | undefined;
  /** Called often; whoever sends it on should thin it out. */
  readonly tellProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Without it FileGDB is refused. */
  readonly convertWithGdal?: ConvertWithGdal | undefined;
}

/**
 * Reads files of every format into tables, personal data left out. Parts of a shapefile that were sent beside each other become one file
 * (`groupUploads`); otherwise a file of the answer is a file that was sent, in their order. Runs for seconds without a pause: call it in a thread.
 *
 * @throws {ImportFileError} the first file that is refused; nothing is written anywhere
 */
export async function readSourceFiles(
  files: readonly UploadedFile[],
  options: ReadOptions,
): Promise<readonly SourceFile[]> {
  const { limits } = options;
  const readingOf = createReadings(options);
  if (files.length > limits.files)
    throw new ImportFileError('import_too_many_files', files[0]?.name ?? '', {
      got: files.length,
      limit: limits.files,
    });
  const read: SourceFile[] = [];
  for (const [index, group] of groupUploads(files).entries())
    read.push(await readGroup(group, readingOf(group.name, index), options.convertWithGdal ?? null));
  return read;
}

async function readGroup(group: UploadGroup, reading: Reading, convert: ConvertWithGdal | null): Promise<SourceFile> {
  const parts = await Promise.all(group.parts.map((part) => loadPart(part, reading)));
  const hash = createHash('sha256');
  for (const { bytes } of parts) hash.update(bytes);
  const { format, tables, notes } = await readParts(parts, reading, convert);
  return {
    name: group.name,
    format,
    byteCount: parts.reduce((sum, { bytes }) => sum + bytes.length, 0),
    sha256: hash.digest('hex'),
    tables: tables.map(makeSourceTable),
    notes: [...noteExtension(group.name, format), ...notes],
  };
}

interface LoadedPart extends UploadedFile {
  readonly bytes: Buffer;
}

async function loadPart({ name, path }: UploadedFile, { limits }: Reading): Promise<LoadedPart> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) {
    const megabyte = 1024 * 1024;
    const details = { got: Math.ceil(size / megabyte), limit: Math.floor(limits.fileBytes / megabyte) };
    throw new ImportFileError('import_file_too_large', name, details);
  }
  return { name, path, bytes: await readFile(path) };
}

/** What a file was read as. */
type ReadParts = RawFile & { readonly format: SourceFormat };

async function readParts(
  parts: readonly LoadedPart[],
  reading: Reading,
  convert: ConvertWithGdal | null,
): Promise<ReadParts> {
  const [first] = parts;
  if (first === undefined) throw new ImportFileError('import_file_empty', reading.file);
  const { bytes, path } = parts.find(({ name }) => name === reading.file) ?? first;
  const recognised = recogniseFormat(bytes, reading.file);
  switch (recognised) {
    case 'archive':
      return readArchive({ bytes, path, convert }, reading);
    case 'xls':
      return { format: 'xls', ...(await readXlsWorkbook(bytes, reading)) };
    case 'csv':
      return { format: 'csv', ...readDelimited(bytes, reading) };
    case 'geojson':
      return readGeojson(bytes, reading);
    case 'kml':
      return { format: recognised, ...readKml(bytes, reading) };
    case 'gpx':
      return { format: recognised, ...readGpx(bytes, reading) };
    case 'geopackage':
      return { format: recognised, ...(await readGeopackage(path, reading)) };
    case 'shape_part':
      return { format: 'shapefile', ...readShapefiles(parts.map(toShapefilePart), reading) };
  }
}

const toShapefilePart = ({ name, bytes }: LoadedPart): ShapefilePart => ({ path: name, read: () => bytes });

async function readArchive(
  file: { readonly bytes: Buffer; readonly path: string; readonly convert: ConvertWithGdal | null },
  reading: Reading,
): Promise<ReadParts> {
  const { bytes } = file;
  const archive = openArchive(bytes, reading.file, reading.limits);
  const kind = recogniseArchive(archive, reading.file);
  switch (kind) {
    case 'xlsx':
      return { format: kind, ...(await readXlsxWorkbook(bytes, archive, reading)) };
    case 'kmz':
      return { format: kind, ...readKmz(archive, reading) };
    case 'shapefile':
      return { format: kind, ...readShapefiles(archive.entries, reading) };
    case 'filegdb':
      return { format: kind, ...(await readFilegdb(archive, file, reading)) };
  }
}

/** A file whose name says something else is read as what it is, and that is told. */
const noteExtension = (name: string, format: SourceFormat): readonly SourceNote[] =>
  hasFittingExtension(name, format) ? [] : [{ kind: 'wrong_extension', values: { format } }];
