import { listTasks } from '../../indicators/tasks.ts';
import { crowdedDegrees, numberCrowded } from './crowded-places.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/**
 * Late tasks of the area where their things stand, `number` as in the table of late tasks; `beside` counts those already at the same spot, whose
 * squares it has to stand beside.
 */
export function buildTaskFeatures(scope: FeatureScope): readonly MapFeature[] {
  const late = listTasks(scope.context, scope.area.code).flatMap(({ position, lateNumber, ...task }) =>
    position !== null && lateNumber !== null ? [{ ...task, position, lateNumber }] : [],
  );
  const beside = numberCrowded(
    late.map(({ position }) => position),
    crowdedDegrees(scope.area.bbox),
  );
  return late.map(({ task, daysLate, lateNumber, position }, i) =>
    createFeature(
      {
        code: task.code,
        name: task.name,
        nameEn: task.nameEn,
        label: nameIn(scope.language, task),
        late: true,
        number: String(lateNumber),
        beside: beside[i] ?? 0,
        department: task.department,
        deadline: task.deadline,
        daysLate,
      },
      { type: 'Point', coordinates: roundPosition(position, scope.decimals) },
    ),
  );
}
