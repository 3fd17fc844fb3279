import { describe, expect, it } from 'vitest';
import { createLatestRunner } from '#client/state/latest-runner.ts';

const createWork = () => {
  const asked: { readonly input: number; readonly answer: () => void; readonly fail: () => void }[] = [];
  const answers: number[] = [];
  const failures: number[] = [];
  const runner = createLatestRunner<number, number>({
    run: (input) =>
      new Promise((resolve, reject) => {
        asked.push({ input, answer: () => resolve(input * 10), fail: () => reject(new Error('away')) });
      }),
    onAnswer: (output) => answers.push(output),
    onFailure: (_, input) => failures.push(input),
  });
  return { asked, answers, failures, runner };
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('createLatestRunner', () => {
  it('runs one question at a time and then only the newest', async () => {
    const { asked, answers, runner } = createWork();
    for (const input of [1, 2, 3]) runner.ask(input);
    expect(asked.map(({ input }) => input)).toEqual([1]);
    asked[0]?.answer();
    await settle();
    expect(asked.map(({ input }) => input)).toEqual([1, 3]);
    asked[1]?.answer();
    await settle();
    expect(answers).toEqual([10, 30]);
  });

  it('goes on after a failure', async () => {
    const { asked, answers, failures, runner } = createWork();
    runner.ask(1);
    runner.ask(2);
    asked[0]?.fail();
    await settle();
    asked[1]?.answer();
    await settle();
    expect({ answers, failures }).toEqual({ answers: [20], failures: [1] });
  });

  it('tells nothing any more once it is stopped', async () => {
    const { asked, answers, runner } = createWork();
    runner.ask(1);
    runner.stop();
    asked[0]?.answer();
    await settle();
    expect(answers).toEqual([]);
  });
});
