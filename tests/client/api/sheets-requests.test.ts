import { describe, expect, it } from 'vitest';
import { readFileName } from '#client/api/sheets-requests.ts';

describe('readFileName', () => {
  it('prefers the name in UTF-8', () => {
    const header = `attachment; filename="map.pdf"; filename*=UTF-8''%E9%9D%92%E5%B2%AD%E5%8E%BF.pdf`;
    expect(readFileName(header)).toBe('青岭县.pdf');
  });

  it('takes the plain name, or none', () => {
    expect(readFileName('attachment; filename="map.pdf"')).toBe('map.pdf');
    expect(readFileName(null)).toBeNull();
  });
});
