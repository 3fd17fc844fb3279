/** Runs one question at a time; of those asked meanwhile only the newest is run next, the others are forgotten. */
export interface LatestRunner<Input> {
  readonly ask: (input: Input) => void;
  /** No answer is told any more, and nothing is run next. */
  readonly stop: () => void;
}

/** What a runner does with questions and answers. */
export interface LatestRunnerParts<Input, Output> {
  readonly run: (input: Input, signal: AbortSignal) => Promise<Output>;
  readonly onAnswer: (output: Output, input: Input) => void;
  readonly onFailure: (error: unknown, input: Input) => void;
}

/** Creates a runner for questions that follow each other faster than they are answered. */
export function createLatestRunner<Input, Output>(parts: LatestRunnerParts<Input, Output>): LatestRunner<Input> {
  const controller = new AbortController();
  let waiting: { readonly input: Input } | null = null;
  let running = false;
  const next = async (): Promise<void> => {
    running = true;
    for (let job = waiting; job !== null && !controller.signal.aborted; job = waiting) {
      waiting = null;
      try {
        const output = await parts.run(job.input, controller.signal);
        if (!controller.signal.aborted) parts.onAnswer(output, job.input);
      } catch (error) {
        if (!controller.signal.aborted) parts.onFailure(error, job.input);
      }
    }
    running = false;
  };
  return {
    ask: (input) => {
      waiting = { input };
      if (!running) void next();
    },
    stop: () => {
      waiting = null;
      controller.abort();
    },
  };
}
