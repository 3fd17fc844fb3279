/** Steps that come faster than they can be drawn: the first counts at once, of those that follow within the pause only what they come to. */
export interface StepGate<Step> {
  readonly hear: (step: Step) => void;
  /** Nothing is told any more. */
  readonly close: () => void;
}

/**
 * Creates a gate. A browser that was busy hands over all that came meanwhile at once, and drawing each would keep it from everything else: React then takes the
 * chain of updates for an endless one.
 *
 * @param join what two steps that nobody has seen come to
 */
export function createStepGate<Step>({
  pauseMilliseconds,
  join,
  tell,
}: {
  readonly pauseMilliseconds: number;
  readonly join: (earlier: Step, later: Step) => Step;
  readonly tell: (step: Step) => void;
}): StepGate<Step> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { readonly step: Step } | null = null;
  const pause = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (waiting === null) return;
      const { step } = waiting;
      waiting = null;
      pause();
      tell(step);
    }, pauseMilliseconds);
  };
  return {
    hear(step) {
      if (timer !== null) {
        waiting = { step: waiting === null ? step : join(waiting.step, step) };
        return;
      }
      pause();
      tell(step);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      waiting = null;
    },
  };
}
