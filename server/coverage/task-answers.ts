import type { Task } from '#core/api/areas.ts';
import type { TaskAtDate } from '#core/indicators/tasks.ts';
import { nameArea, type Reader } from './figure-answers.ts';

/** A task at a day as the interface tells it. */
export function taskToAnswer(reader: Reader, { task, position, ...state }: TaskAtDate): Task {
  return {
    code: task.code,
    name: reader.language === 'zh' ? task.name : task.nameEn,
    areaCode: task.areaCode,
    areaName: nameArea(reader, task.areaCode),
    department: task.department,
    responsiblePost: task.responsiblePost,
    startsOn: task.startsOn,
    deadline: task.deadline,
    plannedAmount: task.plannedAmount,
    unit: task.unit,
    ...state,
    position: position === null ? null : [position[0], position[1]],
  };
}
