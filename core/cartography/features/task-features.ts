import { dateToDay } from '../../county/dates.ts';
import { entriesOf, type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Late tasks of the area where their things stand, `number` as in the table of late tasks. */
export function buildTaskFeatures(scope: FeatureScope): readonly MapFeature[] {
  const { context, county } = scope;
  const late = entriesOf(county.tasks, scope.ranges.tasks())
    .filter(([task, i]) => context.state.tasks.completed[i] !== 1 && task.deadline < context.asOf)
    .sort(([a], [b]) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : a.code < b.code ? -1 : 1));
  return late.flatMap(([task], i) => {
    const position = context.index.positions().get(task.code);
    if (!position) return [];
    return [
      createFeature(
        {
          code: task.code,
          name: task.name,
          nameEn: task.nameEn,
          label: nameIn(scope.language, task),
          late: true,
          number: String(i + 1),
          department: task.department,
          deadline: task.deadline,
          daysLate: context.day - dateToDay(task.deadline),
        },
        { type: 'Point', coordinates: roundPosition(position, scope.decimals) },
      ),
    ];
  });
}
