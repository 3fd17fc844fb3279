import { describe, expect, it } from 'vitest';
import { chooseScaleBar } from '#client/map/controls/scale-control.tsx';

describe('chooseScaleBar', () => {
  it('takes the longest round length that fits', () => {
    expect(chooseScaleBar(75, 120)).toEqual({ label: '5 km', pixels: 5000 / 75 });
    expect(chooseScaleBar(1, 120)).toEqual({ label: '100 m', pixels: 100 });
    expect(chooseScaleBar(20, 120)).toEqual({ label: '2 km', pixels: 100 });
  });
});
