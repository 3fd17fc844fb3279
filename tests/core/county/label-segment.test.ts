import { describe, expect, it } from 'vitest';
import { labelSegment } from '#core/county/label-segment.ts';

describe('labelSegment', () => {
  const road = { code: 'C042529901', name: '下寨至云台', nameEn: 'Xiazhai–Yuntai', routeNumber: 'C042' };

  it('gives route number and name in the language of the reader', () => {
    expect(labelSegment('zh', road)).toBe('C042 下寨至云台');
    expect(labelSegment('en', road)).toBe('C042 Xiazhai–Yuntai');
  });

  it('gives the number alone where the name repeats it or is not there', () => {
    expect(labelSegment('zh', { ...road, name: '乡村公路042线' })).toBe('C042');
    expect(labelSegment('zh', { ...road, name: null, nameEn: null })).toBe('C042');
  });

  it('gives the name in Chinese where there is no English one, and the code where there is neither name nor number', () => {
    expect(labelSegment('en', { ...road, nameEn: null, routeNumber: null })).toBe('下寨至云台');
    expect(labelSegment('zh', { ...road, name: null, routeNumber: null })).toBe('C042529901');
  });
});
