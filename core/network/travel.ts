/** How one travels: 机动车, 摩托三轮, 步行. */
export const TRAVEL_MODES = ['drive', 'tricycle', 'walk'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** What is made as small as possible: metres along the road, or minutes. */
export const TRAVEL_METRICS = ['meters', 'minutes'] as const;
export type TravelMetric = (typeof TRAVEL_METRICS)[number];
