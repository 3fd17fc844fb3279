import gcoord from 'gcoord';
import type { Bbox } from './bbox.ts';
import type { LonLat } from './lon-lat.ts';

/** Where the shifts of GCJ-02 and BD-09 apply; elsewhere positions stay as they are (the box of all public implementations of GCJ-02). */
export const SHIFTED_BBOX: Bbox = [72.004, 0.8293, 137.8347, 55.8271];

/** Steps of the inverse: each divides what is left by some thousand, so that five are plenty; beside the edge of the box none helps. */
const INVERSE_STEPS = 12;

/** A step under this many degrees (1 µm) ends the inverse. */
const INVERSE_TOLERANCE_DEGREES = 1e-11;

type Shift = (position: LonLat) => LonLat;

/** CGCS2000 (or WGS 84) to GCJ-02, the system of AutoNavi and Tencent; positions outside China stay. */
export const lonLatToGcj02: Shift = (position) =>
  isShifted(position) ? gcoord.transform([position[0], position[1]], gcoord.WGS84, gcoord.GCJ02) : position;

/** GCJ-02 to CGCS2000: the exact inverse by iteration, closed to 1 mm; positions outside China stay. */
export const gcj02ToLonLat: Shift = (position) => (isShifted(position) ? invert(lonLatToGcj02, position) : position);

/** CGCS2000 (or WGS 84) to BD-09, the system of Baidu (degrees, not its metres); positions outside China stay. */
export const lonLatToBd09: Shift = (position) => {
  if (!isShifted(position)) return position;
  const [lon, lat] = lonLatToGcj02(position);
  return gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.BD09);
};

/** BD-09 to CGCS2000: the exact inverse by iteration (the published inverse formula is off by up to 0.2 m); positions outside China stay. */
export const bd09ToLonLat: Shift = (position) => (isShifted(position) ? invert(lonLatToBd09, position) : position);

const isShifted = ([lon, lat]: LonLat): boolean =>
  lon >= SHIFTED_BBOX[0] && lon <= SHIFTED_BBOX[2] && lat >= SHIFTED_BBOX[1] && lat <= SHIFTED_BBOX[3];

/** The position that a shift carries to `shifted`: the shift is nearly the same around it, so that taking it off again and again closes in. */
function invert(shift: Shift, shifted: LonLat): LonLat {
  let [lon, lat] = shifted;
  for (let step = 0; step < INVERSE_STEPS; step++) {
    const [lonThere, latThere] = shift([lon, lat]);
    const dLon = lonThere - shifted[0];
    const dLat = latThere - shifted[1];
    lon -= dLon;
    lat -= dLat;
    if (Math.abs(dLon) + Math.abs(dLat) < INVERSE_TOLERANCE_DEGREES) break;
  }
  return [lon, lat];
}
