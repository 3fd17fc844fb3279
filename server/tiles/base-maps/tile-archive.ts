import type { Bbox } from '#core/geo/bbox.ts';

/** A tile as the archive holds it. */
export interface ArchiveTile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** How `bytes` are packed over what the media type says; null = not. */
  readonly encoding: 'gzip' | null;
}

/** What an archive says of itself. */
export interface ArchiveFacts {
  readonly name: string | null;
  readonly kind: 'raster' | 'vector';
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bbox;
  readonly attribution: string;
  readonly layers: readonly string[];
}

/** A file of tiles, XYZ scheme, EPSG:3857. */
export interface TileArchive {
  readonly facts: ArchiveFacts;
  /** Undefined where the archive has no tile. */
  findTile(z: number, x: number, y: number): Promise<ArchiveTile | undefined>;
  close(): Promise<void>;
}

/** The whole world of web maps. */
export const WORLD: Bbox = [-180, -85.0511, 180, 85.0511];

/** Names of the layers in a `vector_layers` list of metadata; empty for anything else. */
export function readLayerNames(metadata: unknown): readonly string[] {
  if (typeof metadata !== 'object' || metadata === null || !('vector_layers' in metadata)) return [];
  const { vector_layers: layers } = metadata;
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer: unknown) =>
    typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string' ? [layer.id] : [],
  );
}

/** Text of a member of metadata, without markup; null when it has none. */
export function readTextMember(metadata: unknown, member: string): string | null {
  if (typeof metadata !== 'object' || metadata === null) return null;
  const value = (metadata as Readonly<Record<string, unknown>>)[member];
  if (typeof value !== 'string') return null;
  const plain = value.replaceAll(/<[^>]*>/g, '').trim();
  return plain === '' ? null : plain.slice(0, 200);
}
