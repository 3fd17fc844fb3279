import type { AtlasPaper } from '#core/cartography/atlas/atlas-spec.ts';
import { createSayAtlas } from '#core/cartography/atlas/atlas-text.ts';
import { cutSheet } from '#core/cartography/atlas/tiles/cut-sheet.ts';
import { drawAssembly } from '#core/cartography/atlas/tiles/draw-assembly.ts';
import { drawTile } from '#core/cartography/atlas/tiles/draw-tile.ts';
import { namePaper } from '#core/cartography/sheet/advice/describe-advice.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { composePages } from '../create-sheet.ts';
import { describeSheet } from '../describe-sheet.ts';
import { getSheetFonts } from '../sheet-fonts.ts';
import { createItemClipper } from '../writers/clip-items.ts';
import { type PdfPage, writePdf } from '../writers/pdf-writer.ts';
import type { WriteBytes } from '../writers/sheet-page.ts';

/** How a sheet is cut into pages. */
export interface TilesMaking {
  readonly context: IndicatorContext;
  readonly tile: AtlasPaper;
  readonly write: WriteBytes;
  readonly onPage?: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * Writes a sheet and its continuation sheets as pages of an office printer: each sheet begins with how its pages are put together.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`, `sheet_not_public`
 */
export async function writeTiles(spec: SheetSpec, { context, tile, write, onPage }: TilesMaking): Promise<void> {
  const fonts = getSheetFonts();
  const say = createSayAtlas(spec.language);
  const sheets = composePages(spec, { context });
  const cuts = sheets.map((sheet) => ({ sheet, cut: cutSheet(sheet.paper, tile) }));
  const total = cuts.reduce((sum, { cut }) => sum + cut.tiles.length + 1, 0);
  const names = { sheet: namePaper(spec.paper, spec.language), tile };
  let done = 0;
  function* makePages(): Generator<PdfPage> {
    for (const { sheet, cut } of cuts) {
      const page = { paper: cut.page, bleedMillimeters: 0 };
      const title = say('tiles_title');
      yield {
        ...page,
        items: drawAssembly({ sheet, cut, names, say, measure: fonts.measure }),
        bookmark: { title: `${title}　${sheet.title}`, level: 0 },
        label: String(sheet.sheet.number),
      };
      const clip = createItemClipper(sheet.items);
      for (const piece of cut.tiles) {
        done += 1;
        onPage?.({ done, total });
        yield {
          ...page,
          items: drawTile({ items: clip(piece.rect), tile: piece, cut }, say),
          bookmark: { title: piece.name, level: 1 },
          label: `${sheet.sheet.number}-${piece.name}`,
        };
      }
    }
  }
  const title = say('tile_file', { title: sheets[0]?.title ?? '' });
  const info = describeSheet({ title, language: spec.language, county: context.county, date: spec.asOf });
  await writePdf(makePages(), { info, fonts, write });
}
