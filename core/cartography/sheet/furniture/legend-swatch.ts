import type { LegendEntry, LegendSwatch, MapDefinition } from '../../map-definition.ts';
import { symbolItems } from '../body/draw-image.ts';
import { hatchItems } from '../body/hatch-lines.ts';
import type { PaperSizes } from '../body/paper-sizes.ts';
import type { DrawItem, Rect } from '../drawing.ts';
import { INK_2, lineItem, rectContour, rectItem, textItem } from '../shapes.ts';

/** What swatches are drawn with: the definition's images and paper facts, and the sizes of the map itself. */
export interface SwatchKit {
  readonly definition: MapDefinition;
  readonly sizes: PaperSizes;
}

/** Height in millimetres that an entry's sample needs. */
export function sampleHeight(kit: SwatchKit, entry: LegendEntry): number {
  return Math.max(0, ...entry.swatches.map((swatch) => swatchSize(kit, swatch)));
}

/** Width in millimetres that an entry's symbols need, with the colour of the area that they stand on beside them. */
export function sampleWidth(kit: SwatchKit, entry: LegendEntry): number {
  const width = Math.max(0, ...entry.swatches.map((swatch) => symbolWidth(kit, swatch)));
  return isOnArea(entry) ? width / SYMBOL_SHARE : width;
}

/** Height in millimetres of the patch that stands for an area: higher than the symbol on it, which would hide its colour. */
export function patchHeight(kit: SwatchKit, entry: LegendEntry, width: number): number {
  const heights = entry.swatches.map((swatch) => {
    const image = swatch.image ? kit.definition.images[swatch.image] : undefined;
    if (swatch.type !== 'symbol' || image?.kind !== 'symbol') return 0;
    return Math.min(swatchSize(kit, swatch), (SYMBOL_SHARE * width) / image.aspect);
  });
  return PATCH_SHARE * Math.max(0, ...heights);
}

/** A symbol on an area takes so much of the sample's width at most; the patch is so much higher than the symbol. */
const SYMBOL_SHARE = 0.62;
const PATCH_SHARE = 1.2;

/** Whether the sample is of an area with a symbol on it. */
const isOnArea = ({ geometry, swatches }: LegendEntry): boolean =>
  geometry === 'polygon' && swatches.some(({ type }) => type === 'fill');

function symbolWidth(kit: SwatchKit, swatch: LegendSwatch): number {
  const image = swatch.image ? kit.definition.images[swatch.image] : undefined;
  return swatch.type === 'symbol' && image?.kind === 'symbol' ? swatchSize(kit, swatch) * image.aspect : 0;
}

/** An entry's sample in a box: its layers one over the other, as on the map. */
export function drawSample(kit: SwatchKit, entry: LegendEntry, box: Rect): DrawItem[] {
  const symbols = isOnArea(entry) ? SYMBOL_SHARE * box.width : box.width;
  return entry.swatches.flatMap((swatch) => drawSwatch(kit, swatch, { box, geometry: entry.geometry, symbols }));
}

function swatchSize({ definition, sizes }: SwatchKit, swatch: LegendSwatch): number {
  const paper = definition.paper[swatch.layerId];
  if (swatch.type === 'circle')
    return paper?.millimeters === undefined ? 2 * sizes.length(swatch.size, paper) : sizes.length(swatch.size, paper);
  const image = swatch.image ? definition.images[swatch.image] : undefined;
  if (swatch.type === 'symbol' && image?.kind === 'symbol')
    return sizes.length(image.heightPixels * swatch.size, paper);
  return swatch.type === 'line' ? sizes.lineWidth(swatch.size, paper) : 0;
}

function drawSwatch(
  kit: SwatchKit,
  swatch: LegendSwatch,
  at: { readonly box: Rect; readonly geometry: LegendEntry['geometry']; readonly symbols: number },
): DrawItem[] {
  const { definition, sizes } = kit;
  const { box, geometry } = at;
  const paper = definition.paper[swatch.layerId];
  const image = swatch.image ? definition.images[swatch.image] : undefined;
  const middleX = box.x + box.width / 2;
  const middleY = box.y + box.height / 2;
  const color = swatch.color ? mixWithWhite(swatch.color, swatch.opacity) : null;
  switch (swatch.type) {
    case 'fill':
      if (image?.kind === 'hatch')
        return [
          ...hatchItems([rectContour(box)], image, sizes.length(1, paper)),
          rectItem(box, { stroke: { color: INK_2, width: 0.12 } }),
        ];
      return color ? [rectItem(box, { fill: color, stroke: { color: INK_2, width: 0.12 } })] : [];
    case 'line': {
      const width = sizes.lineWidth(swatch.size, paper);
      if (!color || width <= 0) return [];
      const dash = swatch.dash ? { dash: swatch.dash.map((length) => Math.round(length * width * 1000) / 1000) } : {};
      const stroke = { color, width, ...dash };
      if (geometry === 'polygon') return [rectItem(box, { stroke })];
      return [lineItem([box.x, middleY, box.x + box.width, middleY], stroke)];
    }
    case 'circle': {
      const radius = swatchSize(kit, swatch) / 2;
      const width = swatch.size > 0 ? (swatch.strokeWidth * radius) / swatch.size : 0;
      const stroke = swatch.stroke && width > 0 ? { stroke: { color: swatch.stroke, width } } : {};
      return [{ kind: 'circle', x: middleX, y: middleY, radius, ...(color ? { fill: color } : {}), ...stroke }];
    }
    case 'symbol': {
      if (image?.kind === 'symbol') {
        const height = Math.min(swatchSize(kit, swatch), at.symbols / image.aspect);
        const place = { x: middleX - (height * image.aspect) / 2, y: middleY - height / 2, height };
        return [...symbolItems(image, place), ...textInSymbol(swatch, [middleX, middleY], height)];
      }
      if (!swatch.text) return [];
      const size = Math.min(box.height * 0.95, sizes.label(swatch.size, paper));
      return [
        textItem(swatch.text, [middleX, middleY + size * 0.37], {
          size,
          color: swatch.color ?? INK_2,
          anchor: 'middle',
        }),
      ];
    }
  }
}

/** Size of a text in its symbol against the symbol. */
const TEXT_IN_SYMBOL = 0.62;

/** The number that a symbol carries on the map: without it a black one is like any other black square. */
const textInSymbol = (
  { text, color }: LegendSwatch,
  [x, y]: readonly [number, number],
  height: number,
): readonly DrawItem[] => {
  const size = TEXT_IN_SYMBOL * height;
  if (!text || !color) return [];
  return [textItem(text, [x, y + size * 0.37], { size, font: 'bold', color, anchor: 'middle' })];
};

/** A colour with an opacity on white paper. */
function mixWithWhite(color: string, opacity: number): string {
  const channels = [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel * opacity + 255 * (1 - opacity))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
