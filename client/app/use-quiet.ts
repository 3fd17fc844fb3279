import { useEffect, useState } from 'react';

/** After this long without a movement the big screen shows the map alone. */
const QUIET_MILLISECONDS = 4000;

/** Whether the pointer and the keys have rested: the big screen hides its controls then. */
export function useQuiet(enabled: boolean): boolean {
  const [quiet, setQuiet] = useState(enabled);
  useEffect(() => {
    setQuiet(enabled);
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      setQuiet(false);
      clearTimeout(timer);
      timer = setTimeout(() => setQuiet(true), QUIET_MILLISECONDS);
    };
    window.addEventListener('pointermove', wake);
    window.addEventListener('keydown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('keydown', wake);
    };
  }, [enabled]);
  return quiet;
}
