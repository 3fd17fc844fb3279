import { useState } from 'react';
import { type ExportWish, getBlankLedgerAddress, getExportAddress } from '#client/api/exports-requests.ts';
import { EXPORT_CRS, EXPORT_FORMATS, type ExportCrs, type ExportFormat } from '#core/api/exports.ts';
import { formatLedgerName } from '#core/ledgers/format-field.ts';
import { LEDGER_KINDS, type LedgerKind } from '#core/ledgers/ledger.ts';
import { text } from '#core/texts/text.ts';
import { useView } from './view-store.ts';

/** What may be exported, as the value of a choice: a ledger, all of them, the figures or the open map. */
export type ExportContent = LedgerKind | 'all' | 'figures' | 'map';

/** Ledgers that offices are asked to fill in. */
const BLANK_LEDGERS = LEDGER_KINDS.filter((kind) => kind !== 'events' && kind !== 'ledger_rows' && kind !== 'areas');

/** Choices of the export panel, and the addresses they lead to; null without an area. */
export function useExport() {
  const view = useView((current) => current);
  const [content, setContent] = useState<ExportContent>('all');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [crs, setCrs] = useState<ExportCrs>('cgcs2000');
  const [blank, setBlank] = useState<LedgerKind>('households');
  const { area, language, asOf, map } = view;
  const say = (key: Parameters<typeof text<'exports'>>[2]): string => text(language, 'exports', key);
  const what: ExportWish['what'] =
    content === 'figures'
      ? { kind: 'figures' }
      : content === 'map'
        ? { kind: 'map', map }
        : { kind: 'ledgers', ledgers: content };
  const ledgerOptions = (kinds: readonly LedgerKind[]) =>
    kinds.map((value) => ({ value, label: formatLedgerName(language, value) }));
  return {
    content: {
      value: content,
      options: [
        { value: 'all' as const, label: say('panel_ledger_all') },
        { value: 'figures' as const, label: say('panel_figures') },
        { value: 'map' as const, label: say('panel_map') },
        ...ledgerOptions(LEDGER_KINDS),
      ] satisfies readonly { readonly value: ExportContent; readonly label: string }[],
      onPick: setContent,
    },
    format: {
      value: format,
      options: EXPORT_FORMATS.map((value) => ({ value, label: say(`format_${value}`) })),
      onPick: setFormat,
    },
    crs: {
      value: crs,
      // KML knows degrees only
      options: EXPORT_CRS.filter((value) => format !== 'kml' || !value.startsWith('gauss')).map((value) => ({
        value,
        label: say(`crs_${value}`),
      })),
      onPick: setCrs,
    },
    blank: { value: blank, options: ledgerOptions(BLANK_LEDGERS), onPick: setBlank },
    exportUrl:
      area === null
        ? null
        : getExportAddress({
            area,
            what,
            format,
            crs: format === 'kml' && crs.startsWith('gauss') ? 'cgcs2000' : crs,
            asOf,
            lang: language,
          }),
    blankUrl: area === null ? null : getBlankLedgerAddress(area, blank, language),
  };
}
