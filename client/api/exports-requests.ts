import type { ExportCrs, ExportFormat } from '#core/api/exports.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { formatAddress } from './request.ts';

/** What is exported, and as what. */
export interface ExportWish {
  readonly area: string;
  readonly what:
    | { readonly kind: 'ledgers'; readonly ledgers: LedgerKind | 'all' }
    | { readonly kind: 'figures' }
    | { readonly kind: 'map'; readonly map: MapKind };
  readonly format: ExportFormat;
  readonly crs: ExportCrs;
  readonly asOf: string | null;
  readonly lang: string;
}

/** Address of an exported file: the browser downloads it by itself. */
export function getExportAddress({ area, what, format, crs, asOf, lang }: ExportWish): string {
  const content =
    what.kind === 'ledgers'
      ? { ledgers: what.ledgers }
      : what.kind === 'map'
        ? { map: what.map }
        : { indicators: 'all' };
  return formatAddress(`/api/exports/${area}`, { ...content, format, crs, asOf: asOf ?? undefined, lang });
}

/** Address of a blank ledger of an area. */
export const getBlankLedgerAddress = (area: string, ledger: LedgerKind, lang: string): string =>
  formatAddress(`/api/exports/${area}/blank`, { ledger, lang });
