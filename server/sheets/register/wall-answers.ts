import type { z } from 'zod';
import type { hangingListSchema, WallAnswer, WallDetail } from '#core/api/sheet-register.ts';
import type { Language } from '#core/texts/language.ts';
import { type JudgedState, type JudgeParts, judgePrint } from './judge-print.ts';
import { hangingToAnswer, wallToAnswer } from './register-answers.ts';
import type { HungSheet, WallState } from './wall-service.ts';

/** Walls as they are answered: with what hangs there and whether it is out of date. */
export interface WallAnswers {
  describeWall(language: Language, state: WallState): Promise<WallDetail>;
  describeWalls(language: Language, states: readonly WallState[]): Promise<{ readonly items: readonly WallAnswer[] }>;
  /** Every sheet that hangs, what is out of date first, the longest first. */
  describeHangings(language: Language, states: readonly WallState[]): Promise<z.infer<typeof hangingListSchema>>;
}

/** A sheet on a wall and what it is worth. */
interface JudgedSheet extends HungSheet {
  readonly state: JudgedState;
}

/** Creates the answers; sheets are judged one after the other, so that they share what they are compared with. */
export function createWallAnswers(parts: JudgeParts): WallAnswers {
  const judge = async (sheets: readonly HungSheet[]): Promise<readonly JudgedSheet[]> => {
    const judged: JudgedSheet[] = [];
    for (const sheet of sheets) judged.push({ ...sheet, state: await judgePrint(parts, sheet.print) });
    return judged;
  };
  const describeOne = async (language: Language, wall: WallState) => {
    const sheets = await judge(wall.sheets);
    return { wall, sheets, answer: wallToAnswer(language, wall, sheets.filter(isOutdated).length) };
  };
  const describeAll = async (language: Language, walls: readonly WallState[]) => {
    const described: Awaited<ReturnType<typeof describeOne>>[] = [];
    for (const wall of walls) described.push(await describeOne(language, wall));
    return described;
  };
  return {
    async describeWall(language, wall) {
      const { sheets, answer } = await describeOne(language, wall);
      return {
        ...answer,
        sheets: sheets.map((sheet) => hangingToAnswer(language, wall.county, sheet)),
        history: wall.history.map((sheet) => hangingToAnswer(language, wall.county, { ...sheet, state: null })),
      };
    },
    describeWalls: async (language, walls) => ({
      items: (await describeAll(language, walls)).map(({ answer }) => answer),
    }),
    async describeHangings(language, walls) {
      const hung = (await describeAll(language, walls)).flatMap(({ wall, sheets, answer: { id, name, kind, area } }) =>
        sheets.map((sheet) => ({ sheet, county: wall.county, wall: { id, name, kind, area } })),
      );
      const sorted = hung.toSorted((a, b) => rank(a.sheet).localeCompare(rank(b.sheet)));
      return {
        items: sorted.map(({ sheet, county, wall }) => ({ ...hangingToAnswer(language, county, sheet), wall })),
        outdated: hung.filter(({ sheet }) => isOutdated(sheet)).length,
      };
    },
  };
}

const isOutdated = ({ state }: JudgedSheet): boolean => 'changes' in state && state.changes.length > 0;

/** What is out of date comes first, then what cannot be told. */
const rank = (sheet: JudgedSheet): string => {
  const { state, print } = sheet;
  if ('reason' in state) return `1 ${print.id}`;
  return `${isOutdated(sheet) ? 0 : 2} ${state.since ?? '9'} ${print.id}`;
};
