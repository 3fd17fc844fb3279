import type { CountyRows } from '#core/county/county-rows.ts';
import { formatFieldName, formatLedgerName } from '#core/ledgers/format-field.ts';
import type { LedgerField, LedgerKind } from '#core/ledgers/ledger.ts';
import { getLedger } from '#core/ledgers/ledgers.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { FileOrder } from './export-messages.ts';
import { toColumn } from './ledger-table.ts';
import { createOutCrs } from './out-crs.ts';
import type { OutFile } from './out-table.ts';
import { writeWorkbook } from './writers/write-xlsx.ts';

/** Fields that offices do not fill in: English names, and what follows from a name. */
const isAsked = (field: LedgerField): boolean => !field.name.endsWith('En') && field.type !== 'json';

/**
 * An empty ledger as a workbook: headers with units, lists for choices, and the names of the area's villages and settlements to choose from.
 *
 * @param rows rows that offer lists
 */
export async function createBlankLedger(
  county: CountyRows,
  kind: LedgerKind,
  { order, rows }: { readonly order: FileOrder; readonly rows: number },
): Promise<OutFile> {
  const { language, areaCode } = order;
  const fields = getLedger(kind).fields.filter(isAsked);
  const ledger = formatLedgerName(language, kind);
  const table = {
    name: kind,
    title: ledger,
    columns: fields.map((field) => toColumn(kind, field, { language, wording: 'words' })),
    rows: [],
    geometries: getLedger(kind).geometries,
  };
  const title = text(language, 'exports', 'blank_title', { area: order.areaName, ledger });
  const bytes = await writeWorkbook([table], {
    language,
    crs: createOutCrs('cgcs2000', order.bbox),
    about: [
      [text(language, 'exports', 'about_what'), title],
      [text(language, 'exports', 'about_as_of'), order.asOf],
      [text(language, 'exports', 'blank_how'), text(language, 'exports', 'blank_how_text', { thing: ledger })],
      ...describeRequired(kind, fields, language),
    ],
    blankRows: rows,
    lists: listNames(county, fields, areaCode),
  });
  return {
    fileName: `${order.fileStem}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}

const describeRequired = (
  kind: LedgerKind,
  fields: readonly LedgerField[],
  language: Language,
): readonly (readonly [string, string])[] => {
  const required = fields.filter((field) => field.required).map((field) => formatFieldName(language, kind, field));
  return required.length === 0 ? [] : [[text(language, 'exports', 'blank_required'), required.join(', ')]];
};

/** Names to choose from, by column: the villages, towns and settlements of the area, and the county's sites. */
function listNames(
  county: CountyRows,
  fields: readonly LedgerField[],
  areaCode: string,
): ReadonlyMap<string, readonly string[]> {
  const namesOf = (
    list: readonly { readonly code: string; readonly name: string }[],
    digits: number,
  ): readonly string[] => [
    ...new Set(list.filter(({ code }) => code.length === digits && isNear(code, areaCode)).map(({ name }) => name)),
  ];
  const lists = new Map<string, readonly string[]>();
  for (const { name, finds } of fields) {
    if (finds?.by === 'village_name') lists.set(name, namesOf(county.areas, 12));
    if (finds?.by === 'town_name') lists.set(name, namesOf(county.areas, 9));
    if (finds?.by !== 'name') continue;
    if (finds.field === 'settlementCode') lists.set(name, namesOf(county.settlements, 15));
    if (finds.field === 'siteCode')
      lists.set(
        name,
        county.sites.map((site) => site.name),
      );
  }
  return lists;
}

/** In the area, or one of the areas around it. */
const isNear = (code: string, areaCode: string): boolean => code.startsWith(areaCode) || areaCode.startsWith(code);
