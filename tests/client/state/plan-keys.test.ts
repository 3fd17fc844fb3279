import { describe, expect, it } from 'vitest';
import { readStepKey } from '#client/state/plan-keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}) =>
  readStepKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

describe('readStepKey', () => {
  it('takes back with Ctrl+Z and ⌘Z', () => {
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('z', { metaKey: true })).toBe('undo');
  });

  it('does again with Ctrl+Shift+Z and Ctrl+Y', () => {
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', { ctrlKey: true })).toBe('redo');
  });

  it('leaves letters alone', () => {
    expect(press('z')).toBeNull();
    expect(press('s', { ctrlKey: true })).toBeNull();
  });
});
