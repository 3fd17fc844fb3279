import type { MessagePort } from 'node:worker_threads';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import type { DrawItem, Rect } from '#core/cartography/sheet/drawing.ts';
import type { PaperDimensions } from '#core/cartography/sheet/paper.ts';
import type { DomainError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { type SentError, toSentError } from '../../db/embedded/sent-error.ts';
import { collectMuchGarbage } from '../collect-garbage.ts';
import { composePages } from '../create-sheet.ts';
import { toSheetError } from '../to-sheet-error.ts';

/** How a map page is composed; plain data. */
export type MapOrder = Pick<Parameters<typeof composePages>[1], 'extent' | 'page'> & {
  readonly spec: Parameters<typeof composePages>[0];
};

/** A map page as it is written. */
export interface ComposedMap {
  readonly items: readonly DrawItem[];
  readonly paper: PaperDimensions;
  readonly bleedMillimeters: number;
  readonly outerFrame: Rect;
}

/** A map with the sheets on which it goes on, which pages of a book have none of; or why there is none. */
export type MadeMap =
  | { readonly sheet: ComposedMap; readonly more: readonly ComposedMap[] }
  | { readonly error: DomainError };

/** Composes maps in their order. */
export interface MapComposer {
  /** The map at a place of the list; places are asked for in rising order. */
  get(index: number): Promise<MadeMap>;
}

/** What goes over the port between threads. */
export interface ComposeOrder extends MapOrder {
  readonly index: number;
}
/** What comes back over it. */
export type ComposeAnswer =
  | { readonly index: number; readonly sheet: ComposedMap; readonly more: readonly ComposedMap[] }
  | { readonly index: number; readonly error: SentError };

/** Maps that are composed before they are asked for, at most: their drawing lists wait in memory. */
const AHEAD = 8;
/** Orders that wait at the other thread, so that it never stands idle. */
const WAITING = 2;

/** A map, or why it cannot be drawn: a fault of the program too, so that the others are made. */
export function composeMap({ spec, extent, page }: MapOrder, context: IndicatorContext): MadeMap {
  collectMuchGarbage();
  try {
    const [sheet, ...more] = composePages(spec, { context, ...(extent && { extent }), ...(page && { page }) }).map(
      pickMap,
    );
    if (!sheet) throw new RangeError('Got a set without sheets.');
    return { sheet, more };
  } catch (error) {
    return { error: toSheetError(toSentError(error)) };
  }
}

const pickMap = ({ items, paper, bleedMillimeters, layout }: ComposedSheet): ComposedMap => ({
  items,
  paper,
  bleedMillimeters,
  outerFrame: layout.outerFrame,
});

/** Composes here, one map when it is asked for. */
export const createMapComposer = (orders: readonly MapOrder[], context: IndicatorContext): MapComposer => ({
  async get(index) {
    return composeMap(getOrder(orders, index), context);
  },
});

/**
 * Composes here and in another thread at once. Each takes the next map that nobody has begun, a few ahead of the one that is asked for, so that
 * both work all the time and memory stays flat.
 */
export function createSharedComposer(
  orders: readonly MapOrder[],
  { context, port }: { readonly context: IndicatorContext; readonly port: MessagePort },
): MapComposer {
  const made = new Map<number, MadeMap>();
  const ordered = new Set<number>();
  let begun = 0;
  let isAlone = false;
  let wake = (): void => undefined;
  port.on('message', (answer: ComposeAnswer) => {
    ordered.delete(answer.index);
    made.set(answer.index, 'sheet' in answer ? answer : { error: toSheetError(answer.error) });
    wake();
  });
  port.on('close', () => {
    isAlone = true;
    wake();
  });
  const hasMore = (asked: number): boolean => begun < orders.length && begun < asked + AHEAD;
  const composeHere = async (index: number): Promise<void> => {
    made.set(index, composeMap(getOrder(orders, index), context));
    // lets the other thread's answers in
    await new Promise((resolve) => setImmediate(resolve));
  };
  const order = (asked: number): void => {
    while (!isAlone && ordered.size < WAITING && hasMore(asked)) {
      const next: ComposeOrder = { ...getOrder(orders, begun), index: begun };
      port.postMessage(next);
      ordered.add(begun);
      begun += 1;
    }
  };
  return {
    async get(index) {
      while (!made.has(index)) {
        order(index);
        // what a thread was asked for that has gone
        if (isAlone && ordered.delete(index)) await composeHere(index);
        else if (hasMore(index)) {
          begun += 1;
          await composeHere(begun - 1);
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      const found = made.get(index);
      made.delete(index);
      if (!found) throw new RangeError(`Got no map ${index} that was made.`);
      return found;
    },
  };
}

/** Serves orders that come over a port until it is closed. */
export function serveOrders(port: MessagePort, context: IndicatorContext): Promise<void> {
  return new Promise((resolve) => {
    port.on('close', resolve);
    port.on('message', (order: ComposeOrder) => port.postMessage(answerOrder(order, context)));
  });
}

function answerOrder(order: ComposeOrder, context: IndicatorContext): ComposeAnswer {
  const { index } = order;
  const made = composeMap(order, context);
  return 'sheet' in made ? { index, ...made } : { index, error: toSentError(made.error) };
}

function getOrder(orders: readonly MapOrder[], index: number): MapOrder {
  const order = orders[index];
  if (!order) throw new RangeError(`Got map ${index} of ${orders.length}.`);
  return order;
}
