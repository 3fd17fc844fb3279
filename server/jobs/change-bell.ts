/** Wakes those who wait for a change of something. */
export interface ChangeBell {
  ring(name: string): void;
  /** Resolves at the next ring of the name, at the latest after the given time, or with the signal; never rejects. */
  wait(name: string, until: { readonly milliseconds: number; readonly signal: AbortSignal }): Promise<void>;
}

/** Creates a bell that nobody waits for. Waiting keeps no process alive. */
export function createChangeBell(): ChangeBell {
  const waiting = new Map<string, Set<() => void>>();
  return {
    ring(name) {
      for (const wake of [...(waiting.get(name) ?? [])]) wake();
    },
    wait(name, { milliseconds, signal }) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const group = waiting.get(name) ?? new Set();
        waiting.set(name, group);
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          group.delete(wake);
          if (group.size === 0) waiting.delete(name);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        timer.unref();
        signal.addEventListener('abort', wake);
        group.add(wake);
      });
    },
  };
}
