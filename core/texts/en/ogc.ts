import type { ogc as zh } from '../zh/ogc.ts';

/** OGC API, tiles and base maps. */
export const ogc: Record<keyof typeof zh, string> = {};
