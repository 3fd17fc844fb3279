import { describe, expect, it } from 'vitest';
import { writeAuthor, writeAuthorship, writeTime } from '#client/state/authorship.ts';

describe('writeTime', () => {
  it('tells the time in Asia/Shanghai, wherever the browser is', () => {
    expect(writeTime('2026-11-22T18:05:59.000Z')).toBe('2026-11-23 02:05');
  });

  it('tells nothing where there is no time', () => {
    expect(writeTime(null)).toBe('');
    expect(writeTime('soon')).toBe('');
  });
});

describe('writeAuthor', () => {
  it("names the account of a server without accounts in the reader's language", () => {
    expect(writeAuthor('local', 'zh')).toBe('本机');
    expect(writeAuthor('local', 'en')).toBe('This machine');
    expect(writeAuthor('县搬迁办', 'en')).toBe('县搬迁办');
  });
});

describe('writeAuthorship', () => {
  it('tells by whom and when', () => {
    expect(writeAuthorship({ by: 'local', at: '2026-11-23T02:22:00.000Z' }, 'zh')).toBe('本机，2026-11-23 10:22');
  });
});
