import { basename, extname } from 'node:path';

/** A file as it was sent: its name, and where it lies. */
export interface UploadedFile {
  readonly name: string;
  readonly path: string;
}

/** Files that belong together: the parts of a shapefile, or one file. */
export interface UploadGroup {
  /** Of the file, or of the part with the geometry. */
  readonly name: string;
  readonly parts: readonly UploadedFile[];
}

/** Parts of a shapefile; the others (indexes, metadata) say nothing that is read. */
const PART = /^\.(shp|dbf|shx|prj|cpg|qpj|sbn|sbx|qix|fix|qmd)$/;

/** Puts the parts of each shapefile together, by their name without extension; every other file stands alone. In the order of the files. */
export function groupUploads(files: readonly UploadedFile[]): readonly UploadGroup[] {
  const groups = new Map<string, UploadedFile[]>();
  for (const [index, file] of files.entries()) {
    const extension = extname(file.name).toLowerCase();
    const isPart = PART.test(extension) || /\.shp\.xml$/i.test(file.name);
    const stem = basename(file.name)
      .toLowerCase()
      .replace(/\.shp\.xml$|\.\w+$/, '');
    const key = isPart ? `part ${stem}` : `file ${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups.values()].map((parts) => ({ name: (findMain(parts) ?? parts[0])?.name ?? '', parts }));
}

const findMain = (parts: readonly UploadedFile[]): UploadedFile | undefined =>
  parts.find(({ name }) => /\.shp$/i.test(name)) ?? parts.find(({ name }) => /\.dbf$/i.test(name));
