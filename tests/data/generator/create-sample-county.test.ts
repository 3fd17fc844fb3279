import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createSampleCounty } from '#data/generator/create-sample-county.ts';
import { createSampleContents } from '#data/generator/sample-files.ts';
import type { SampleManifest } from '#data/sample-format.ts';

const SAMPLE = new URL('../../../data/sample/', import.meta.url);

describe('createSampleCounty', () => {
  it('gives again, byte for byte, what lies in data/sample', { timeout: 300_000 }, async () => {
    const manifest = JSON.parse(await readFile(new URL('manifest.json', SAMPLE), 'utf8')) as SampleManifest;
    const kept = manifest.files.map(({ name, contentSha256 }) => [name.replace(/\.gz$/, ''), contentSha256]);
    const made = createSampleContents(createSampleCounty(manifest.seed)).map(({ name, content }) => [
      name,
      createHash('sha256').update(content).digest('hex'),
    ]);
    // the packed form of the picture depends on the version of zlib; its elevations are part of the county
    expect(made.filter(([name]) => name !== 'dem.png')).toEqual(kept.filter(([name]) => name !== 'dem.png'));
  });

  it('keeps its files below 1 MiB each and 6 MB together', async () => {
    const sizes = await Promise.all(
      (await readdir(SAMPLE)).map(async (name) => (await stat(new URL(name, SAMPLE))).size),
    );
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
  });
});
