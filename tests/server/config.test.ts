import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors.ts';
import { DEFAULT_IMPORT_SETTINGS, PROJECT_FOLDER, readConfig } from '#server/config.ts';

describe('readConfig', () => {
  it('listens on the loopback with the embedded database when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8470,
      databaseUrl: null,
      dataFolder: join(PROJECT_FOLDER, '.guatu'),
      language: 'zh',
      trustProxy: false,
      extraHosts: [],
    });
  });

  it('reads every setting and treats empty ones as absent', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '9000',
      DATABASE_URL: 'postgresql://guatu@db/guatu',
      GUATU_DATA: '/srv/挂图 data',
      GUATU_HOSTS: 'map.county, wall',
      GUATU_LANG: 'en',
      GUATU_TRUST_PROXY: '1',
      GUATU_LOG: '',
    });
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 9000,
      databaseUrl: 'postgresql://guatu@db/guatu',
      dataFolder: '/srv/挂图 data',
      extraHosts: ['map.county', 'wall'],
      language: 'en',
      trustProxy: true,
      logLevel: 'warn',
    });
  });

  it('speaks Chinese whatever the locale of the shell is, and English when asked to', () => {
    for (const LANG of ['C', 'en_US.UTF-8', 'zh_CN.UTF-8']) {
      expect(readConfig({ LANG, LC_ALL: LANG }).language, LANG).toBe('zh');
      expect(readConfig({ LANG, GUATU_LANG: 'en' }).language, LANG).toBe('en');
    }
  });

  it('reads what imports are held to, and refuses numbers that cannot be meant', () => {
    expect(readConfig({}).imports).toEqual(DEFAULT_IMPORT_SETTINGS);
    const environment = { GUATU_IMPORT_MAX_MB: '20', GUATU_IMPORT_MAX_ROWS: '5000', GUATU_IMPORT_MAX_SECONDS: '' };
    expect(readConfig(environment).imports).toEqual({ ...DEFAULT_IMPORT_SETTINGS, maxMegabytes: 20, maxRows: 5000 });
    for (const GUATU_IMPORT_MAX_ROWS of ['0', '-5', '1e9', 'many'])
      expect(() => readConfig({ GUATU_IMPORT_MAX_ROWS }), GUATU_IMPORT_MAX_ROWS).toThrow(InvalidInputError);
  });

  it('refuses values that cannot be meant and never repeats the database address', () => {
    for (const PORT of ['80a', '-1', '65536', '8470.5'])
      expect(() => readConfig({ PORT }), PORT).toThrow(InvalidInputError);
    expect(() => readConfig({ GUATU_LANG: 'fr' })).toThrow(InvalidInputError);
    const refused = (() => {
      try {
        return readConfig({ DATABASE_URL: 'mysql://root:secret@db/x' });
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify(refused)).not.toContain('secret');
    expect(refused).toMatchObject({ code: 'invalid_setting' });
  });
});
