import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createSampleCounty, SAMPLE_SEED } from './create-sample-county.ts';
import { packSample } from './sample-files.ts';

/** Generates the sample county anew and replaces the files of `data/sample`. */
export async function writeSample(folder: string, seed: number): Promise<void> {
  const { files, manifest } = packSample(seed, createSampleCounty(seed));
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(`${folder}/${name}`);
  for (const { name, bytes } of files) await writeFile(`${folder}/${name}`, bytes);
  await writeFile(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../sample', import.meta.url));
  await writeSample(folder, SAMPLE_SEED);
  process.stdout.write(`Wrote the sample county to ${folder}\n`);
}
