import type { ChangesAnswer } from '#core/api/sheet-register.ts';
import { nameIn } from '#core/cartography/features/feature-scope.ts';
import { listAreaChanges } from '#core/cartography/sheet/changes/area-changes.ts';
import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import { CHANGE_KIND_NAMES } from '#core/cartography/sheet/changes/county-change.ts';
import { nameFigure } from '#core/cartography/sheet/changes/name-figure.ts';
import { writeDifference, writeItem, writeThings } from '#core/cartography/sheet/changes/write-changes.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { text } from '#core/texts/text.ts';

/**
 * What changed in an area between two days as it is answered. Takes seconds at a county's first days: not for the thread that answers requests.
 *
 * @param context the county; taken to both days
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`
 */
export function describeChanges(
  { areaCode, from, to, language }: ChangesSheetSpec,
  { context }: { readonly context: IndicatorContext },
): ChangesAnswer {
  const after = context.at(to);
  const changes = listAreaChanges(context.at(from), after, areaCode);
  const { county } = after;
  const { area } = after.scope(changes.areaCode);
  const names = new Map(county.areas.map((each) => [each.code, nameIn(language, each)]));
  const words = { language, county };
  return {
    area: area.code,
    areaName: nameIn(language, area),
    bbox: [...area.bbox],
    from: changes.from,
    to: changes.to,
    revision: county.revision,
    figures: changes.figures.map(({ before, after: now, better }) => ({
      indicator: now.code,
      name: nameFigure(words, now),
      before: formatFigureValue(before, { language }),
      after: formatFigureValue(now, { language }),
      change: writeDifference(before, now, language),
      better,
    })),
    groups: changes.groups.map(({ group, changes: all, towns }) => ({
      group,
      title: text(language, 'sheetRegister', `group_${group}`),
      count: all.reduce((sum, { count }) => sum + count, 0),
      text: CHANGE_KIND_NAMES.flatMap((kind) => {
        const own = all.filter((change) => change.kind === kind);
        return own.length === 0 ? [] : [writeThings(words, kind, own)];
      }).join(text(language, 'sheetRegister', 'joiner')),
      towns: towns.map(({ code, changes: own }) => ({
        code,
        name: names.get(code) ?? code,
        items: own.map((change) => ({
          kind: change.kind,
          code: change.code,
          name: nameIn(language, change),
          text: writeItem(words, change),
          on: change.on,
          position: change.position === null ? null : [...change.position],
        })),
      })),
    })),
  };
}
