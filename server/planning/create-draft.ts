import type { PlanCreate } from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import { findPlanInForce } from '#core/county/find-plan-in-force.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Transaction } from '#server/db/database.ts';
import { insertCommands, listLive, selectStoredCommands } from './command-store.ts';
import { type DraftOverview, findOverview, insertAction, insertDraft, listDrafts } from './draft-store.ts';
import { createUnknownPlan } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';

/** Most plans of a county that are still drafts. */
const MOST_DRAFTS = 200;

/**
 * Begins a draft over the plan in force, under the next free code (FA0001, FA0002, …). A copy begins with the commands of the other plan, those
 * it placed under codes of the new one; a copy of a published plan begins empty, because every draft stands over it already.
 *
 * @returns the code
 * @throws {NotFoundError} `plan_not_found`: the plan to copy
 * @throws {InvalidInputError} `too_many_plans`
 */
export async function createDraft(parts: PlanParts, countyCode: string, asked: PlanCreate): Promise<string> {
  const county = await parts.getCounty(countyCode);
  return parts.db.write(async (trx) => {
    // one at a time, so that two people who begin at once get two codes
    await trx.raw('LOCK TABLE plan_draft IN SHARE ROW EXCLUSIVE MODE');
    const drafts = await listDrafts(trx, countyCode);
    checkCount(drafts);
    const code = await findFreeCode(trx, county, drafts);
    const key = { countyCode, code };
    const commands =
      asked.copyOf === undefined ? [] : await copyCommands(trx, county, { from: asked.copyOf, to: code });
    const at = parts.now();
    await insertDraft(trx, {
      ...key,
      name: asked.name,
      nameEn: asked.nameEn ?? '',
      description: asked.description ?? '',
      owner: asked.owner ?? parts.account,
      basedOn: findPlanInForce(county.plans, county.dataDate)?.code ?? null,
      baseRevision: county.revision,
      changedBy: parts.account,
      changedAt: at,
    });
    await insertCommands(
      trx,
      key,
      commands.map((command, position) => ({ command, position, state: 'live', changedVersion: 1 })),
    );
    const commandIds = commands.map(({ id }) => id);
    await insertAction(trx, key, { version: 1, action: 'created', by: parts.account, at, commandIds });
    return code;
  });
}

function checkCount(drafts: readonly DraftOverview[]): void {
  const count = drafts.filter(({ status }) => status !== 'published').length;
  if (count < MOST_DRAFTS) return;
  throw new InvalidInputError('too_many_plans', `Got ${count} drafts, expected at most ${MOST_DRAFTS}`, {
    most: MOST_DRAFTS,
  });
}

/** The first of FA0001, FA0002, … that no thing of the county, no plan and no draft has or had. */
async function findFreeCode(trx: Transaction, county: County, drafts: readonly DraftOverview[]): Promise<string> {
  const things: readonly string[] = await trx('thing')
    .where({ county_code: county.code })
    .where('code', 'like', 'FA%')
    .pluck('code');
  const taken = new Set([...things, ...drafts.map(({ code }) => code), ...county.plans.map(({ code }) => code)]);
  for (let number = 1; ; number += 1) {
    const code = `FA${String(number).padStart(4, '0')}`;
    if (!taken.has(code)) return code;
  }
}

/** The commands of a plan for another, with codes that begin with the other's own. */
async function copyCommands(
  trx: Transaction,
  county: County,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly PlanCommand[]> {
  const key = { countyCode: county.code, code: from };
  const draft = await findOverview(trx, key);
  if (draft !== undefined && draft.status !== 'published') {
    return renameCodes(listLive(await selectStoredCommands(trx, key)), from, to);
  }
  const row = county.plans.find(({ code }) => code === from);
  if (row === undefined) throw createUnknownPlan(key);
  const isInForce = row.status === 'published' || row.status === 'superseded';
  return isInForce ? [] : renameCodes(row.commands, from, to);
}

/** Codes stand in the input as texts of their own. */
function renameCodes(commands: readonly PlanCommand[], from: string, to: string): readonly PlanCommand[] {
  const rename = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(`${from}-`) ? `${to}${value.slice(from.length)}` : value;
  return commands.map(
    (command) =>
      ({
        ...command,
        input: Object.fromEntries(
          Object.entries(command.input).map(([name, value]) => [name, name.endsWith('ode') ? rename(value) : value]),
        ),
      }) as PlanCommand,
  );
}
