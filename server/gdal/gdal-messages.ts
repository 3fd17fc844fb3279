/** One file to be written by `ogr2ogr`. */
export interface GdalOutput {
  /** Without extension: GDAL adds the one of the format. */
  readonly name: string;
  /** As on the command line, `-f` and the name of the driver among them. */
  readonly options: readonly string[];
}

/** A conversion: one source, any number of outputs, all into one folder. */
export interface GdalConversion {
  /** Absolute: a file, or a folder where the format is one (FileGDB). GDAL sees the folder around it and nothing else. */
  readonly source: string;
  /** Absolute and there: the only place where GDAL can write. */
  readonly folder: string;
  readonly outputs: readonly GdalOutput[];
  /** As `-oo` on the command line; none by default. */
  readonly openOptions?: readonly string[];
  /** After that many seconds the thread is ended. */
  readonly seconds?: number;
}

/** A layer as GDAL sees it. */
export interface GdalLayer {
  readonly name: string;
  readonly featureCount: number;
  /** Kinds as GDAL names them: `Point`, `3D Multi Polygon`. */
  readonly geometryKinds: readonly string[];
  readonly fields: readonly string[];
  /** WKT 2; null where it is not known. */
  readonly wkt: string | null;
}

/** What the thread is started with. */
export type GdalJob =
  | ({ readonly kind: 'convert' } & GdalConversion)
  | { readonly kind: 'read_layers'; readonly source: string };

/** What it says once: absolute paths of the files that were written, or the layers, or what GDAL says is wrong. */
export type GdalAnswer =
  | { readonly kind: 'converted'; readonly paths: readonly string[] }
  | { readonly kind: 'layers'; readonly layers: readonly GdalLayer[] }
  | { readonly kind: 'failed'; readonly message: string };
