import type { County } from '../county/county.ts';

/** Remark on a piece whose pavement is counted with another route (重复里程). */
export const pavementSharedNote = 'pavement_shared';

/** Remark on a piece that lies in no village: it counts for the town or county only and is the difference to the villages' sum. */
export const noteOfPiece = ({ pieces }: County, piece: number): string | null =>
  (pieces.areaCodes[piece] ?? '').length < 12 ? 'in_no_village' : null;
