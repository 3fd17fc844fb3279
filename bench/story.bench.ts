import { runTool } from '../scripts/run-program.ts';
import { type BenchResult, summarise } from './measure.ts';

/**
 * Planning through its pages in Chromium: the story of a plan from a refused site to the sheet of the published plan, the questions to the solvers, the
 * comparison, and the digits of the page's worker beside those of Node. Takes minutes, therefore no part of the tests. A screenshot of each step goes to
 * the folder that `GUATU_SHOTS` names, else to a temporary one.
 *
 * @throws {Error} a step did not come out
 */
export async function benchStory(): Promise<readonly BenchResult[]> {
  const startedAt = performance.now();
  const { code } = await runTool('vitest/vitest.mjs', ['run', '--config', 'bench/story/vitest.config.ts']);
  if (code !== 0) throw new Error('Got a step of the story that did not come out, expected all of them: see above.');
  return [summarise('planning through its pages', 's', [(performance.now() - startedAt) / 1000], null)];
}
