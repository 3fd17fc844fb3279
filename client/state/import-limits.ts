import type { ImportLimits } from '#core/api/import-records.ts';
import type { SourceFormat } from '#core/ledgers/source-table.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { formatBytes, formatCount } from './import-words.ts';

/** Ends of the names of files in each format. */
const NAME_ENDS: Readonly<Record<SourceFormat, readonly string[]>> = {
  xlsx: ['.xlsx'],
  xls: ['.xls'],
  csv: ['.csv', '.txt', '.tsv'],
  geojson: ['.geojson', '.json'],
  geojson_lines: ['.geojsonl', '.ndjson', '.geojsons'],
  shapefile: ['.zip', '.shp', '.dbf', '.shx', '.prj', '.cpg'],
  geopackage: ['.gpkg'],
  kml: ['.kml'],
  kmz: ['.kmz'],
  gpx: ['.gpx'],
  filegdb: ['.zip'],
};

/** What the file dialog offers. */
export const acceptedNames = ({ formats }: ImportLimits): string =>
  [...new Set(formats.flatMap((format) => NAME_ENDS[format]))].join(',');

/** What may be sent, in words. */
export function describeLimits(limits: ImportLimits, language: Language): readonly string[] {
  const formats = limits.formats.map((format) => text(language, 'importRoom', `format_${format}`));
  return [
    text(language, 'importRoom', 'limit_formats', { formats: formats.join(text(language, 'importRoom', 'joiner')) }),
    text(language, 'importRoom', 'limit_sizes', {
      files: limits.files,
      size: formatBytes(limits.fileBytes),
      rows: formatCount(limits.rows),
      columns: formatCount(limits.columns),
    }),
    text(language, 'importRoom', 'limit_archives', {
      size: formatBytes(limits.unpackedBytes),
      entries: formatCount(limits.entries),
      positions: formatCount(limits.positions),
      characters: formatCount(limits.cellCharacters),
    }),
    text(language, 'importRoom', 'limit_work', { seconds: formatCount(limits.seconds), waiting: limits.waiting }),
    text(language, 'importRoom', 'limit_kept', { days: formatCount(limits.keptDays), kept: formatCount(limits.kept) }),
  ];
}

/** Why files cannot be sent, before a byte of them is; empty = they can. */
export function refuseFiles(
  files: readonly { readonly name: string; readonly size: number }[],
  limits: ImportLimits,
  language: Language,
): readonly string[] {
  const tooMany =
    files.length > limits.files
      ? [text(language, 'importRoom', 'refuse_count', { count: files.length, most: limits.files })]
      : [];
  const ends = new Set(limits.formats.flatMap((format) => NAME_ENDS[format]));
  return [
    ...tooMany,
    ...files.flatMap(({ name, size }) => {
      if (size > limits.fileBytes) {
        const values = { name, size: formatBytes(size), most: formatBytes(limits.fileBytes) };
        return [text(language, 'importRoom', 'refuse_size', values)];
      }
      if (size === 0) return [text(language, 'importRoom', 'refuse_empty', { name })];
      const isKnown = [...ends].some((end) => name.toLowerCase().endsWith(end));
      return isKnown ? [] : [text(language, 'importRoom', 'refuse_kind', { name, ends: [...ends].join(' ') })];
    }),
  ];
}
