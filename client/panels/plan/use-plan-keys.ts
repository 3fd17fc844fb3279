import { useEffect, useRef } from 'react';
import { readStepKey } from '#client/state/plan-keys.ts';
import { useOpenPlan, usePlanEdit, useQueueSender } from '#client/state/use-plan-edit.ts';

/** Ctrl+Z and Ctrl+Shift+Z on the planning page; fields keep theirs. Sends what waited from an earlier visit. */
export function usePlanKeys(): void {
  const editing = usePlanEdit();
  const { canEdit } = useOpenPlan();
  const latest = useRef({ editing, canEdit });
  latest.current = { editing, canEdit };
  useQueueSender();
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const step = readStepKey(event);
      const isField = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (step === null || isField || !latest.current.canEdit || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current.editing[step]();
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}
