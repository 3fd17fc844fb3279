import { FONT_FAMILY } from '#client/state/font.ts';
import type { MapImage, MapImagePart } from '#core/cartography/map-definition.ts';

/** Pixels of an image with the ratio they were drawn at. */
export interface RasterImage {
  readonly data: ImageData;
  readonly pixelRatio: number;
}

type Symbol = Extract<MapImage, { kind: 'symbol' }>;
type Hatch = Extract<MapImage, { kind: 'hatch' }>;

/** Room around a symbol for strokes that reach over its edge, as a share of its height. */
export const SYMBOL_MARGIN = 0.08;

/** Rasterises a symbol or hatch of the map definition. */
export function rasterImage(image: MapImage, pixelRatio: number): RasterImage {
  return {
    data: image.kind === 'symbol' ? rasterSymbol(image, pixelRatio) : rasterHatch(image, pixelRatio),
    pixelRatio,
  };
}

function createCanvas(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('Got no 2d drawing context from the browser.');
  return context;
}

const readPixels = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);

function rasterSymbol(symbol: Symbol, pixelRatio: number): ImageData {
  const height = symbol.heightPixels * pixelRatio;
  const margin = height * SYMBOL_MARGIN;
  const context = createCanvas(height * symbol.aspect + 2 * margin, height + 2 * margin);
  context.translate(margin, margin);
  context.scale(height, height);
  for (const part of symbol.parts) drawPart(context, part);
  return readPixels(context);
}

function drawPart(context: CanvasRenderingContext2D, part: MapImagePart): void {
  if (part.kind === 'path') {
    const path = new Path2D(part.d);
    if (part.fill) {
      context.fillStyle = part.fill;
      context.fill(path);
    }
    if (part.stroke && part.strokeWidth > 0) {
      context.strokeStyle = part.stroke;
      context.lineWidth = part.strokeWidth;
      context.lineJoin = 'round';
      context.stroke(path);
    }
    return;
  }
  // Fonts below one pixel are not drawn: letters are set in a space a hundred times larger.
  const scale = 100;
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.font = `${part.bold ? 600 : 400} ${part.height * scale}px ${FONT_FAMILY}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = part.fill;
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(part.text);
  context.fillText(part.text, part.x * scale, part.y * scale + (up - down) / 2);
  context.restore();
}

/** A tile that repeats without a seam: parallel lines at multiples of 45 degrees. */
function rasterHatch(hatch: Hatch, pixelRatio: number): ImageData {
  const diagonal = hatch.angles.some((angle) => angle % 90 !== 0);
  const step = hatch.spacing * pixelRatio * (diagonal ? Math.SQRT2 : 1);
  const size = Math.max(2, Math.round(step));
  const context = createCanvas(size, size);
  if (hatch.ground) {
    context.fillStyle = hatch.ground;
    context.fillRect(0, 0, size, size);
  }
  const width = hatch.width * pixelRatio;
  if (hatch.dots) drawDot(context, { size, width, color: hatch.color });
  else for (const angle of hatch.angles) drawHatchLines(context, { size, width, angle, color: hatch.color });
  return readPixels(context);
}

interface HatchStroke {
  readonly size: number;
  readonly width: number;
  readonly color: string;
}

function drawDot(context: CanvasRenderingContext2D, { size, width, color }: HatchStroke): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(size / 2, size / 2, width / 2, 0, 2 * Math.PI);
  context.fill();
}

function drawHatchLines(context: CanvasRenderingContext2D, stroke: HatchStroke & { readonly angle: number }): void {
  const { size, width, angle, color } = stroke;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  // The lines left and right of the middle one fill the corners of the neighbouring tiles.
  for (const shift of [-size, 0, size]) {
    if (angle === 0) drawLine(context, [-size, size / 2 + shift, 2 * size, size / 2 + shift]);
    if (angle === 90) drawLine(context, [size / 2 + shift, -size, size / 2 + shift, 2 * size]);
    if (angle === 45) drawLine(context, [-size + shift, 2 * size, 2 * size + shift, -size]);
    if (angle === 135) drawLine(context, [-size + shift, -size, 2 * size + shift, 2 * size]);
  }
  context.stroke();
}

function drawLine(context: CanvasRenderingContext2D, [x1, y1, x2, y2]: [number, number, number, number]): void {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
}
