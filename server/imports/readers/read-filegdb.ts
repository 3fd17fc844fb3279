import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportFileError } from './import-file-error.ts';
import type { Archive } from './open-archive.ts';
import type { RawFile } from './raw-table.ts';
import { readGeopackage } from './read-geopackage.ts';
import type { Reading } from './reading.ts';

/** Converts with GDAL; given by whoever starts the thread, because GDAL is a feature of its own (`server/gdal`). */
export type ConvertWithGdal = (conversion: {
  readonly source: string;
  readonly folder: string;
  readonly outputs: readonly { readonly name: string; readonly options: readonly string[] }[];
  readonly seconds?: number;
}) => Promise<readonly string[]>;

/** What a FileGDB is made of; nothing else is unpacked. */
const MEMBER = /^(?:.*\/)?([^/]+\.gdb)\/([^/]+)$/i;
const SECONDS = 60;

/**
 * Reads a FileGDB in a ZIP: its files are unpacked into a folder beside the archive, GDAL makes a GeoPackage of them, and that is read. Both go at once.
 *
 * @param file `path` of the archive; `convert` null where GDAL is not at hand
 * @throws {ImportFileError} GDAL cannot read it
 */
export async function readFilegdb(
  archive: Archive,
  { path, convert }: { readonly path: string; readonly convert: ConvertWithGdal | null },
  reading: Reading,
): Promise<RawFile> {
  if (convert === null) throw new ImportFileError('import_filegdb_closed', reading.file);
  const folder = `${path}.unpacked`;
  const source = join(folder, 'source.gdb');
  await mkdir(source, { recursive: true });
  try {
    const [database] = [...new Set(archive.entries.flatMap((entry) => MEMBER.exec(entry.path)?.[1] ?? []))];
    for (const entry of archive.entries) {
      const [, of, name] = MEMBER.exec(entry.path) ?? [];
      if (of !== database || name === undefined) continue;
      reading.tick(0);
      await writeFile(join(source, basename(name)), entry.read());
    }
    const made = await convertAll(convert, { source, folder }, reading);
    return await readGeopackage(made, reading);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convertAll(
  convert: ConvertWithGdal,
  place: { readonly source: string; readonly folder: string },
  reading: Reading,
): Promise<string> {
  try {
    const options = ['-f', 'GPKG', '-lco', 'FID=ogc_fid', '-skipfailures'];
    const [made] = await convert({ ...place, outputs: [{ name: 'converted', options }], seconds: SECONDS });
    if (made !== undefined) return made;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportFileError('import_file_damaged', reading.file, { format: 'FileGDB', where: 'GDAL', reason });
  }
  throw new ImportFileError('import_file_nothing_in_it', reading.file);
}
