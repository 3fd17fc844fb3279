import type { IndicatorContext } from '../../indicators/context.ts';
import type { DestinationKind } from '../../network/place-kinds.ts';
import { getSettlementAccess } from '../../network/settlement-access.ts';

/** Minutes by vehicle from each settlement to the nearest place of a kind; `Infinity` = none can be reached. */
export const getDriveMinutes = (context: IndicatorContext, kind: DestinationKind): Float64Array =>
  getSettlementAccess(context.network(), kind, { mode: 'drive', metric: 'minutes' }).cost;
