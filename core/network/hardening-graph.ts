import type { County } from '../county/county.ts';
import { findHardenedComponents } from './hardened-components.ts';
import type { JoinDefinition } from './join-definition.ts';
import { keepByDefinition } from './keep-by-definition.ts';
import type { CompressedRows } from './near-segments.ts';
import type { NetworkAt } from './network.ts';

/** Lengths are stored to a millimetre: a segment without length costs that much, so that none is hardened for nothing. */
const LEAST_PRICE_METERS = 0.001;

/**
 * What hardening has to do at a day under a definition. Each hardened component is shrunk to one point; the other points are the nodes that no
 * hardened segment touches. What lies between points are the segments that are there and not hardened, each as a whole, at the price of its
 * length: a segment is hardened whole or not at all, and joins all points that it touches.
 */
export interface HardeningGraph {
  readonly pointCount: number;
  /** By segment: the point that a hardened segment was shrunk to; -1 = not hardened, or not there. */
  readonly pointOfSegment: Int32Array;
  /** By segment: metres to be hardened, at least `LEAST_PRICE_METERS`; `Infinity` = hardened already, or not there. */
  readonly price: Float64Array;
  /** Segments to be hardened by point, ascending. */
  readonly segmentsOfPoint: CompressedRows;
  /** Points by segment to be hardened. */
  readonly pointsOfSegment: CompressedRows;
}

/** The hardening graph; computed once a day and definition. */
export const getHardeningGraph: (network: NetworkAt, definition: JoinDefinition) => HardeningGraph = keepByDefinition(
  (network, definition) => {
    const { segments, links } = network.county;
    const components = findHardenedComponents(network, definition);
    // components come first, then every node of its own
    const pointOfNode = components.componentOfNode.slice();
    let pointCount = components.count;
    for (let node = 0; node < pointOfNode.length; node++)
      if (pointOfNode[node] === -1) pointOfNode[node] = pointCount++;
    const price = Float64Array.from(segments, ({ lengthMeters }, i) =>
      network.state.exists[i] === 1 && components.componentOfSegment[i] === -1
        ? Math.max(LEAST_PRICE_METERS, lengthMeters)
        : Infinity,
    );
    const pointsOfSegment = listPoints(links, pointOfNode, price);
    return {
      pointCount,
      pointOfSegment: components.componentOfSegment,
      price,
      pointsOfSegment,
      segmentsOfPoint: turnRows(pointsOfSegment, pointCount),
    };
  },
);

/** The different points of each segment to be hardened, in the order of its line. */
function listPoints(links: County['links'], pointOfNode: Int32Array, price: Float64Array): CompressedRows {
  const first = new Int32Array(price.length + 1);
  const items: number[] = [];
  let link = 0;
  for (let segment = 0; segment < price.length; segment++) {
    const begin = items.length;
    for (; link < links.count && links.segment[link] === segment; link++) {
      if (price[segment] === Infinity) continue;
      for (const node of [links.fromNode[link] ?? 0, links.toNode[link] ?? 0]) {
        const point = pointOfNode[node] ?? 0;
        if (!items.includes(point, begin)) items.push(point);
      }
    }
    first[segment + 1] = items.length;
  }
  return { first, items: Int32Array.from(items) };
}

/** Rows the other way round: which rows an item stands in, ascending. */
function turnRows({ first, items }: CompressedRows, itemCount: number): CompressedRows {
  const turned = { first: new Int32Array(itemCount + 1), items: new Int32Array(items.length) };
  for (const item of items) turned.first[item + 1] = (turned.first[item + 1] ?? 0) + 1;
  for (let item = 0; item < itemCount; item++) {
    turned.first[item + 1] = (turned.first[item + 1] ?? 0) + (turned.first[item] ?? 0);
  }
  const next = turned.first.slice(0, itemCount);
  for (let row = 0; row + 1 < first.length; row++) {
    for (let i = first[row] ?? 0; i < (first[row + 1] ?? 0); i++) {
      const place = next[items[i] ?? 0] ?? 0;
      turned.items[place] = row;
      next[items[i] ?? 0] = place + 1;
    }
  }
  return turned;
}
