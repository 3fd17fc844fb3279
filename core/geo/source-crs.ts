/**
 * The reference system of coordinates that come from elsewhere. `gauss_kruger`: CGCS2000 unless `datum` says otherwise; `zonePrefix`: the zone number
 * stands before the easting (35 500 000). `proj`: a definition as PROJ or WKT states it. Old Chinese datums are shifted by parameters that the
 * person gives, or approximately: `errorMeters` says how far off that may be.
 */
export type SourceCrs = (
  | { readonly kind: 'cgcs2000' | 'wgs84' | 'gcj02' | 'bd09' | 'web_mercator' }
  | {
      readonly kind: 'gauss_kruger';
      readonly zoneWidth: 3 | 6;
      readonly centralMeridian: number;
      readonly zonePrefix: boolean;
    }
  | { readonly kind: 'proj'; readonly definition: string; readonly name: string }
  | {
      readonly kind: 'old_datum';
      readonly datum: 'xian80' | 'beijing54';
      /** Null for longitude and latitude. */
      readonly projection: {
        readonly zoneWidth: 3 | 6;
        readonly centralMeridian: number;
        readonly zonePrefix: boolean;
      } | null;
      readonly errorMeters: number;
    }
) & {
  /** First number is the northing or the latitude. */
  readonly swapped: boolean;
};

/** A reference system that was recognised, and why. */
export interface CrsGuess {
  readonly crs: SourceCrs;
  /** Share of the points that lie in their own village, or in the county where villages are not told, 0 to 1. */
  readonly inside: number;
  /** How it was recognised. */
  readonly by: 'file' | 'range' | 'zone_prefix' | 'villages' | 'swapped';
}
