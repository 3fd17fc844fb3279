/** Prices of the relaxed conditions: what each demand pays, and what a unit of budget costs. */
export interface MedianPrices {
  readonly demand: Float64Array;
  readonly budget: number;
}

/** The best bound found in a branch, and what goes with it. */
export interface MedianBound {
  readonly value: number;
  readonly prices: MedianPrices;
  /** By candidate: what opening it adds to the bound. */
  readonly reduced: Float64Array;
  /** Candidates chosen at these prices, cheapest first. */
  readonly chosen: readonly number[];
  /** By candidate: how often it was chosen of late, 0 to 1: near to the broken optimum of the linear model. */
  readonly share: Float64Array;
}
