import type { PaperRef } from '../atlas-spec.ts';
import type { PaperDocument } from './paper-document.ts';
import type { PaperScope } from './paper-scope.ts';
import { createResponsibilitiesPaper } from './responsibilities-paper.ts';
import { createTaskLetter } from './task-letter.ts';
import { createTimetablePaper } from './timetable-paper.ts';

const MAKERS = {
  timetable: createTimetablePaper,
  responsibilities: createResponsibilitiesPaper,
  task_letters: createTaskLetter,
} as const;

/** A paper as data. */
export const createPaper = (ref: PaperRef, scope: PaperScope): PaperDocument => MAKERS[ref.kind](ref, scope);
