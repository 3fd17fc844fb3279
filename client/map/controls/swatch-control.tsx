import { useEffect, useRef } from 'react';
import type { LegendEntry, LegendSwatch, MapDefinition } from '#core/cartography/map-definition.ts';
import { rasterImage, SYMBOL_MARGIN } from '../raster-image.ts';

const WIDTH = 34;
const HEIGHT = 20;
/** Pixels of one rem before the big screen doubles it. */
const ROOT_PIXELS = 16;
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 };
/** Drawn finer than shown, for sharp screens and the doubled wall. */
const PIXEL_RATIO = 4;

interface SwatchControlProps {
  readonly entry: LegendEntry;
  readonly images: MapDefinition['images'];
}

/** A legend line's picture: the map's layers for this feature, one over the other. */
export function SwatchControl({ entry, images }: SwatchControlProps) {
  const size = Math.max(0, ...entry.swatches.map((swatch) => (swatch.type === 'circle' ? 2 * swatch.size + 4 : 0)));
  const height = Math.max(HEIGHT, Math.ceil(size));
  const width = Math.max(WIDTH, Math.ceil(size));
  const box = `${(WIDTH - width) / 2} ${(HEIGHT - height) / 2} ${width} ${height}`;
  // True to size: a circle of the legend is as large as on the map.
  const extent = { width: `${width / ROOT_PIXELS}rem`, height: `${height / ROOT_PIXELS}rem` };
  return (
    <svg className="swatch" viewBox={box} style={extent} aria-hidden="true">
      {entry.swatches.map((swatch) => (
        <SwatchLayer key={swatch.layerId} swatch={swatch} images={images} />
      ))}
    </svg>
  );
}

function SwatchLayer({ swatch, images }: { readonly swatch: LegendSwatch; readonly images: MapDefinition['images'] }) {
  const color = swatch.color ?? 'none';
  const image = swatch.image === null ? undefined : images[swatch.image];
  if (image) {
    return (
      <>
        <SwatchImage swatch={swatch} image={image} />
        <SwatchText swatch={swatch} height={image.kind === 'symbol' ? image.heightPixels * 0.6 : 0} />
      </>
    );
  }
  if (swatch.type === 'fill') {
    return <rect x="1" y="2" width={WIDTH - 2} height={HEIGHT - 4} fill={color} fillOpacity={swatch.opacity} />;
  }
  if (swatch.type === 'line') {
    const dash = swatch.dash?.map((length) => length * swatch.size).join(' ');
    return (
      <path
        d={`M2 ${MIDDLE.y}H${WIDTH - 2}`}
        stroke={color}
        strokeWidth={swatch.size}
        strokeOpacity={swatch.opacity}
        strokeDasharray={dash}
      />
    );
  }
  if (swatch.type === 'circle') {
    return (
      <circle
        cx={MIDDLE.x}
        cy={MIDDLE.y}
        r={swatch.size}
        fill={color}
        fillOpacity={swatch.opacity}
        stroke={swatch.stroke ?? 'none'}
        strokeWidth={swatch.strokeWidth}
      />
    );
  }
  return <SwatchText swatch={swatch} height={swatch.size} />;
}

function SwatchText({ swatch, height }: { readonly swatch: LegendSwatch; readonly height: number }) {
  if (!swatch.text) return null;
  return (
    <text
      x={MIDDLE.x}
      y={MIDDLE.y + height * 0.36}
      textAnchor="middle"
      fontSize={height}
      fill={swatch.color ?? 'currentColor'}
    >
      {swatch.text}
    </text>
  );
}

interface SwatchImageProps {
  readonly swatch: LegendSwatch;
  readonly image: MapDefinition['images'][string];
}

function SwatchImage({ swatch, image }: SwatchImageProps) {
  const holder = useRef<HTMLCanvasElement>(null);
  const fills = image.kind === 'hatch';
  const natural = image.kind === 'symbol' ? image.heightPixels * swatch.size * (1 + 2 * SYMBOL_MARGIN) : HEIGHT;
  const height = fills ? HEIGHT - 4 : Math.min(HEIGHT, natural);
  const width = fills ? WIDTH - 2 : height * (image.kind === 'symbol' ? image.aspect : 1);
  useEffect(() => {
    const context = holder.current?.getContext('2d');
    if (!context) return;
    const { data } = rasterImage(image, PIXEL_RATIO);
    const stamp = document.createElement('canvas');
    stamp.width = data.width;
    stamp.height = data.height;
    stamp.getContext('2d')?.putImageData(data, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (fills) {
      context.fillStyle = context.createPattern(stamp, 'repeat') ?? 'transparent';
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    } else context.drawImage(stamp, 0, 0, context.canvas.width, context.canvas.height);
  }, [image, fills]);
  return (
    <foreignObject x={MIDDLE.x - width / 2} y={MIDDLE.y - height / 2} width={width} height={height}>
      <canvas ref={holder} width={width * PIXEL_RATIO} height={height * PIXEL_RATIO} className="swatch-canvas" />
    </foreignObject>
  );
}
