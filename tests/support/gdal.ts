import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A layer as `ogrinfo` reads it. */
export interface OgrLayer {
  readonly name: string;
  readonly featureCount: number;
  /** Names of the geometry types, `Point`, `3D Line String`. */
  readonly geometry: string;
  readonly fields: readonly string[];
}

/**
 * What GDAL reads of a file or an address: the independent witness of exports and of the OGC API.
 *
 * @param source as `ogrinfo` takes it: a path, `OAPIF:http://…`, `MVT:…`
 */
export async function readWithOgr(source: string, options: readonly string[] = []): Promise<readonly OgrLayer[]> {
  const { stdout } = await run('ogrinfo', ['-ro', '-al', '-so', ...options, source], { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .split(/^Layer name: /m)
    .slice(1)
    .map((part) => ({
      name: part.slice(0, part.indexOf('\n')).trim(),
      featureCount: Number(/^Feature Count: (\d+)/m.exec(part)?.[1] ?? Number.NaN),
      geometry: /^Geometry: (.+)$/m.exec(part)?.[1]?.trim() ?? '',
      fields: [...part.matchAll(/^([^\s:]+): \w+(?:\(\w+\))? \(\d+\.\d+\)/gm)].map((match) => match[1] ?? ''),
    }));
}

/** Everything that `ogrinfo` says of one feature. */
export async function readFeatureWithOgr(source: string, layer: string, where: string): Promise<string> {
  return (await run('ogrinfo', ['-ro', '-where', where, source, layer])).stdout;
}
