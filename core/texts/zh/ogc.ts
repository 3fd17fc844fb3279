/** OGC API, tiles and base maps. */
export const ogc = {} as const;
