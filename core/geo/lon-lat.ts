/** A position `[lon, lat]` in degrees, CGCS2000 (EPSG:4490; the same as WGS 84 to within a metre). */
export type LonLat = readonly [lon: number, lat: number];

/** A position on paper or in a projected plane `[easting, northing]` in metres; the projection is named where it is used. */
export type PlanePoint = readonly [x: number, y: number];
