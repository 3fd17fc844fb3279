import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors.ts';
import { chooseLanguage } from '#server/cli/choose-language.ts';

describe('chooseLanguage', () => {
  it('takes the language asked for, wherever it stands on the line, and leaves the rest as it is', () => {
    const args = ['sheet', '--area', '529901', '--map', 'progress'];
    for (const line of [
      [...args, '--lang', 'en'],
      [...args, '--lang=en'],
      ['--lang', 'en', ...args],
      ['sheet', '--lang', 'en', ...args.slice(1)],
    ])
      expect(chooseLanguage(line, 'zh')).toEqual({ language: 'en', args });
  });

  it('takes what is usual where none is asked for', () => {
    expect(chooseLanguage(['sheet', '--language', 'x'], 'zh')).toEqual({
      language: 'zh',
      args: ['sheet', '--language', 'x'],
    });
    expect(chooseLanguage([], 'en')).toEqual({ language: 'en', args: [] });
  });

  it('refuses what is no language', () => {
    for (const line of [['--lang', 'fr'], ['--lang='], ['--lang']])
      expect(() => chooseLanguage(line, 'zh'), line.join(' ')).toThrow(InvalidInputError);
  });
});
