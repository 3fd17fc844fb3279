import { afterEach, beforeEach, vi } from 'vitest';

// An unexpected console.error fails the test that caused it.
const errors: string[] = [];

beforeEach(() => {
  errors.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    errors.push(parts.map(String).join(' '));
  });
});

afterEach(() => {
  const [first] = errors.splice(0);
  if (first !== undefined) throw new Error(`Unexpected console.error: ${first}`);
});
