import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandServices } from '#server/cli/command-services.ts';
import { tilesCommand } from '#server/cli/commands/tiles-command.ts';

/** Runs the command in a folder of its own; the pages are a word. */
async function run(...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-tiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const asked: Parameters<CommandServices['makeTiles']>[0]['request'][] = [];
  const makeTiles: CommandServices['makeTiles'] = async ({ request, write }) => {
    asked.push(request);
    await write(new TextEncoder().encode('tiles'));
    return { pages: 9, failed: [] };
  };
  const lines: string[] = [];
  await tilesCommand.run(
    { args, language: 'en', locateFile: (name) => join(folder, name), sayLine: (line) => lines.push(line) },
    { makeTiles } as CommandServices,
  );
  return { folder, lines, request: asked[0] };
}

describe('tilesCommand', () => {
  it('cuts the sheet with the options of `sheet` and writes the pages', async () => {
    const { folder, lines, request } = await run(
      ...['--area', '529901', '--map', 'targets', '--paper', 'A1', '--tile', 'A4', '--colors', 'mono'],
      ...['--as-of', '2026-06-30', '--title', 'Wall', '--scale', '75000', '--out', 'wall.pdf'],
    );
    expect(request).toMatchObject({
      ...{ kind: 'tiles', area: '529901', map: 'targets', paper: 'A1', tile: 'A4', asOf: '2026-06-30', lang: 'en' },
      ...{ scale: 75_000, orientation: 'landscape', options: { colors: 'mono', title: 'Wall' } },
    });
    expect(readFileSync(join(folder, 'wall.pdf'), 'utf8')).toBe('tiles');
    expect(lines).toEqual([`Written: ${join(folder, 'wall.pdf')}, 9 pages`]);
  });

  it('names the file by area, map and papers', async () => {
    const { lines } = await run('--area', '529901007', '--map', 'progress');
    expect(lines[0]).toContain('529901007-progress-A0-A3.pdf');
  });

  it.each([
    [['--map', 'targets'], 'missing_argument'],
    [['--area', '529901', '--map', 'targets', '--tile', 'A2'], 'invalid_argument'],
    [['--area', '529901', '--map', 'targets', '--out', 'a.svg'], 'invalid_argument'],
    [['--area', '529901', '--map', 'targets', '--ink', 'red'], 'invalid_argument'],
  ])('refuses %s', async (args, code) => {
    await expect(run(...args)).rejects.toMatchObject({ code });
  });
});
