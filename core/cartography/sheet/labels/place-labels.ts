import type { LabelWish } from '../body/layer-drawing.ts';
import type { DrawItem, Rect } from '../drawing.ts';
import type { LabelGround } from './label-ground.ts';
import { labelItems } from './label-items.ts';
import { createLabelProblem, type LabelProblem, type NameTask } from './label-problem.ts';
import { scorePlacement } from './place-greedily.ts';
import { type PlaceState, UNPLACED } from './place-state.ts';
import { solveLabels } from './solve-labels.ts';

/** A name that found its place. */
export interface PlacedLabel {
  readonly wish: LabelWish;
  readonly boxes: readonly Rect[];
  readonly items: readonly DrawItem[];
}

/** What became of the names. */
export interface LabelPlacement {
  readonly placed: readonly PlacedLabel[];
  /** Names that found no place, most important first. */
  readonly unplaced: readonly LabelWish[];
  readonly report: LabelReport;
}

/** How well the names stand. */
export interface LabelReport {
  /** Names to be placed; a road that is named four times counts four times. */
  readonly tasks: number;
  readonly placed: number;
  /** Names tied to their point by a leader line. */
  readonly leaders: number;
  /** Mean cost of the places; 0 = every name in its best position on empty ground. */
  readonly meanCost: number;
}

/**
 * Gives names their places inside the frame and free of furniture and of each other: as much weight of names as possible, then the best
 * positions. Names left over get a place farther off with a leader line where that is free. The same wishes in any order give the same places.
 */
export function placeLabels(wishes: readonly LabelWish[], ground: LabelGround): LabelPlacement {
  const overlapping = createLabelProblem(
    wishes.filter(({ overlaps }) => overlaps),
    // these take no room and may stand on anything
    { ...ground, obstacles: [], icons: [], signs: [], drawn: [] },
  );
  const problem = createLabelProblem(
    wishes.filter(({ overlaps }) => !overlaps),
    ground,
  );
  const { tasks, choice, leaders } = addLeaders(problem, solveLabels(problem));
  const placed: PlacedLabel[] = [];
  const unplaced: LabelWish[] = [];
  const groups = new Set<string>();
  const set = ({ wish, block, group, candidates }: NameTask, index: number): void => {
    const candidate = candidates[index];
    if (!candidate) {
      unplaced.push(wish);
      return;
    }
    if (group !== null) groups.add(group);
    placed.push({ wish, boxes: candidate.boxes, items: labelItems(wish, block, candidate) });
  };
  for (const [name, task] of tasks.entries()) set(task, choice[name] ?? UNPLACED);
  const { placed: count, cost } = scorePlacement({ tasks }, { choice });
  for (const task of overlapping.tasks) set(task, 0);
  return {
    placed,
    unplaced: listMissing(unplaced, groups),
    report: { tasks: tasks.length, placed: count, leaders, meanCost: count === 0 ? 0 : cost / count },
  };
}

/** Gives names that are left out a place with a leader, most important first. */
function addLeaders(problem: LabelProblem, state: PlaceState) {
  let leaders = 0;
  const choice = state.choice.slice();
  const isRoom = (boxes: readonly Rect[]): boolean => state.isRoom(boxes);
  const tasks = problem.tasks.map((task, name) => {
    if (choice[name] !== UNPLACED) return task;
    const [cheapest] = problem.listLeaders(task, isRoom);
    if (cheapest === undefined) return task;
    state.occupy(cheapest.boxes);
    choice[name] = 0;
    leaders++;
    return { ...task, candidates: [cheapest] };
  });
  return { tasks, choice, leaders };
}

/** A line's name that stands elsewhere on the same line is not missing. */
function listMissing(unplaced: readonly LabelWish[], groups: ReadonlySet<string>): LabelWish[] {
  const known = new Set<LabelWish>();
  return unplaced.filter((wish) => {
    if (known.has(wish)) return false;
    known.add(wish);
    return wish.where.kind !== 'line' || !groups.has(`${wish.layerId}\n${wish.text}`);
  });
}
