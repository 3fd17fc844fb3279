import { applyCountyChange } from '../../../county/apply-county-change.ts';
import { NO_CHANGE } from '../../../county/county-change.ts';
import type { CountyRows } from '../../../county/county-rows.ts';
import { type ListedKind, listOf } from '../../ledgers.ts';
import { type CheckContext, reportTable } from '../check-context.ts';
import { listReferences, type Removal } from '../list-removals.ts';

/** Referring things that a finding names. */
const MOST_NAMED = 3;

/**
 * Things that would end although others refer to them. They stay; that their removal is given up is a choice (`leave_out`).
 *
 * @param rows the county as it would be before anything is removed
 * @returns the removals that stand
 */
export function keepNeeded(context: CheckContext, removals: readonly Removal[], rows: CountyRows): readonly Removal[] {
  let standing = removals;
  for (;;) {
    const without = applyCountyChange(rows, { ...NO_CHANGE, removed: groupByList(standing) });
    const needed = listReferences(without, new Set(standing.map(({ code }) => code)));
    if (needed.size === 0) return standing;
    for (const { code, table } of standing) {
      const by = needed.get(code);
      if (by === undefined) continue;
      const named = by.slice(0, MOST_NAMED).join('\u3001');
      reportTable(context, table, {
        rule: 'removed_but_needed',
        code,
        got: `${context.things.nameOf(code)} ${code}`,
        expected: by.length > MOST_NAMED ? `${named} \u2026 (${by.length})` : named,
        repairs: [{ kind: 'leave_out' }],
      });
    }
    // what stays may itself refer to something that would end
    standing = standing.filter(({ code }) => !needed.has(code));
  }
}

function groupByList(removals: readonly Removal[]): Readonly<Record<string, readonly string[]>> {
  const groups: Record<string, string[]> = {};
  for (const { kind, code } of removals) {
    const list = listOf(kind as ListedKind);
    groups[list] = [...(groups[list] ?? []), code];
  }
  return groups;
}
