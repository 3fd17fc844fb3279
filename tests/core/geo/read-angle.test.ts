import { describe, expect, it } from 'vitest';
import { readAngle } from '#core/geo/read-angle.ts';

describe('readAngle', () => {
  it.each([
    ['107.51', 107.51, null],
    ['１０７．５１', 107.51, null],
    ['35,400,123.5', 35_400_123.5, null],
    ['107°30′36″', 107.51, null],
    ['107度30分36秒', 107.51, null],
    ['107° 30\' 36"', 107.51, null],
    ['１０７°３０′３６″', 107.51, null],
    ["107°30'36''E", 107.51, 'longitude'],
    ['东经107°30′36″', 107.51, 'longitude'],
    ['E 107 30 36', 107.51, 'longitude'],
    ['北纬27°1.8′', 27.03, 'latitude'],
    ['纬度：27.03', 27.03, 'latitude'],
    ['107d30m36s', 107.51, null],
    ['107\u02da30\u02b936\u02ba', 107.51, null],
    ['107\u309c30’36’’', 107.51, null],
    ['27.03S', -27.03, 'latitude'],
  ] as const)('reads %s', (written, value, axis) => {
    const angle = readAngle(written);
    expect(angle?.value).toBeCloseTo(value, 9);
    expect(angle?.axis).toBe(axis);
  });

  it.each(['107.30.36', '107°70′', '107°30′60″', '107 30 36', '181°0′', '一百零七', '', '-27S', '27°1.5′30″'])(
    'refuses %s',
    (written) => {
      expect(readAngle(written)).toBeNull();
    },
  );
});
