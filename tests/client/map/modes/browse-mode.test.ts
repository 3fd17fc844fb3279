import { describe, expect, it } from 'vitest';
import { chooseArea } from '#client/map/modes/browse-mode.ts';

describe('chooseArea', () => {
  it('goes from the county into the town of the clicked village', () => {
    expect(chooseArea('529901001002', '529901')).toBe('529901001');
  });

  it('goes from a town into its village', () => {
    expect(chooseArea('529901001002', '529901001')).toBe('529901001002');
  });

  it('goes from a town to the town next to it', () => {
    expect(chooseArea('529901002007', '529901001')).toBe('529901002');
  });

  it('goes from a village to the village next to it', () => {
    expect(chooseArea('529901001003', '529901001002')).toBe('529901001003');
  });
});
