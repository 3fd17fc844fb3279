import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Language } from '../texts/language.ts';
import { HATCHES, type Hatch } from './hatches.ts';
import type { MapImage, MapImagePart } from './map-definition.ts';
import type { Palette } from './palettes.ts';
import type { MapSymbol, SymbolPart } from './symbols/map-symbol.ts';
import { SYMBOLS } from './symbols/symbol-register.ts';

/**
 * The named symbols and hatches with colours and letters filled in.
 *
 * @throws {RangeError} a name is neither a symbol nor a hatch
 */
export function resolveImages(
  names: Iterable<string>,
  look: { readonly palette: Palette; readonly language: Language },
): Record<string, MapImage> {
  const images: Record<string, MapImage> = {};
  for (const name of names) {
    const symbol = (SYMBOLS as Readonly<Record<string, MapSymbol>>)[name];
    const hatch = (HATCHES as Readonly<Record<string, Hatch>>)[name];
    if (symbol) images[name] = resolveSymbol(symbol, look.palette, look.language);
    else if (hatch) images[name] = resolveHatch(hatch, look.palette);
    else throw new RangeError(`Got image "${name}", which is neither a symbol nor a hatch.`);
  }
  return images;
}

const resolveSymbol = (symbol: MapSymbol, palette: Palette, language: Language): MapImage => ({
  kind: 'symbol',
  aspect: symbol.aspect,
  heightPixels: symbol.heightPixels,
  parts: symbol.parts.map((part) => resolvePart(part, palette, language)),
});

function resolvePart(part: SymbolPart, palette: Palette, language: Language): MapImagePart {
  if (part.kind === 'text') return { ...part, text: part.text[language], fill: palette[part.fill] };
  return {
    kind: 'path',
    d: part.d,
    fill: part.fill ? palette[part.fill] : null,
    stroke: part.stroke ? palette[part.stroke] : null,
    strokeWidth: part.strokeWidth ?? 0,
  };
}

const resolveHatch = (hatch: Hatch, palette: Palette): MapImage => ({
  kind: 'hatch',
  ...hatch,
  ground: hatch.ground ? palette[hatch.ground] : null,
  color: palette[hatch.color],
});

/** Names of the images in `icon-image` and `fill-pattern` of layers: every text in them that is a symbol or hatch. */
export function listImageNames(layers: readonly LayerSpecification[]): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'string' && (value in SYMBOLS || value in HATCHES)) names.add(value);
  };
  for (const layer of layers) {
    if (layer.type === 'symbol') collect(layer.layout?.['icon-image']);
    if (layer.type === 'fill') collect(layer.paint?.['fill-pattern']);
  }
  return names;
}
