/**
 * The roads of a county as a graph: compressed sparse rows. One a county and data revision, immutable, for every date and plan: which links
 * exist and what they cost is said by `ArcCosts`.
 *
 * A link is a stretch of a segment between two nodes. Each link gives two arcs, one in each direction; the arcs of node `n` are numbers
 * `firstArc[n]` to `firstArc[n + 1] - 1`.
 */
export interface RoadGraph {
  readonly nodeCount: number;
  readonly linkCount: number;
  /** Degrees, EPSG:4490, by node. */
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  /** By link: index into `County.segments`, its nodes, and where on the segment it begins and how long it is. */
  readonly linkSegment: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly linkStartMeters: Float64Array;
  readonly linkMeters: Float64Array;
  /** By segment, one more than there are segments: links `firstLink[s]` to `firstLink[s + 1] - 1` belong to segment `s`. */
  readonly firstLink: Int32Array;
  /** By node, one more than there are nodes. */
  readonly firstArc: Int32Array;
  readonly arcTarget: Int32Array;
  readonly arcLink: Int32Array;
  /** 1 = the arc runs along the line, 0 = against it. */
  readonly arcForward: Uint8Array;
  /** The arc of the same link in the other direction. */
  readonly arcOpposite: Int32Array;
}
