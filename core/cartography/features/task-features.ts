import { listTasks } from '../../indicators/tasks.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Late tasks of the area where their things stand, `number` as in the table of late tasks. */
export const buildTaskFeatures = (scope: FeatureScope): readonly MapFeature[] =>
  listTasks(scope.context, scope.area.code).flatMap(({ task, state, daysLate, lateNumber, position }) => {
    if (state !== 'late' || lateNumber === null || !position) return [];
    return [
      createFeature(
        {
          code: task.code,
          name: task.name,
          nameEn: task.nameEn,
          label: nameIn(scope.language, task),
          late: true,
          number: String(lateNumber),
          department: task.department,
          deadline: task.deadline,
          daysLate,
        },
        { type: 'Point', coordinates: roundPosition(position, scope.decimals) },
      ),
    ];
  });
