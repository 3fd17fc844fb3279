import type { Map as MapLibre } from 'maplibre-gl';
import type { MapDefinition, MapImage } from '#core/cartography/map-definition.ts';
import { type RasterImage, rasterImage } from './raster-image.ts';

/** Gives a map the symbols and hatches that its definition names, each drawn when it is first needed. */
export interface MapImages {
  /** The images of a new definition; those that changed are redrawn at once. */
  readonly replace: (images: MapDefinition['images']) => void;
}

/** Connects a map with the images of its definition. */
export function createMapImages(map: MapLibre, first: MapDefinition['images'], pixelRatio: number): MapImages {
  let known = first;
  map.setMissingStyleImageResolver((id) => {
    const image = known[id];
    if (image) addImage(map, id, rasterImage(image, pixelRatio));
  });
  return {
    replace: (images) => {
      for (const [id, image] of Object.entries(images)) {
        if (!map.hasImage(id) || isSameImage(known[id], image)) continue;
        replaceImage(map, id, rasterImage(image, pixelRatio));
      }
      known = images;
    },
  };
}

const isSameImage = (one: MapImage | undefined, other: MapImage): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const addImage = (map: MapLibre, id: string, { data, pixelRatio }: RasterImage): void => {
  map.addImage(id, data, { pixelRatio });
};

function replaceImage(map: MapLibre, id: string, raster: RasterImage): void {
  const present = map.getImage(id)?.data;
  if (present?.width === raster.data.width && present.height === raster.data.height) {
    map.updateImage(id, raster.data);
    return;
  }
  map.removeImage(id);
  addImage(map, id, raster);
}
