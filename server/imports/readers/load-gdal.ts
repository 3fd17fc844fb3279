import type { ConvertWithGdal } from './read-filegdb.ts';

/**
 * GDAL for a thread that cannot be handed functions: loads the module of the service, whose address whoever composes the features gives.
 *
 * @param address of `server/gdal/create-gdal-service.ts`, as a URL
 */
export async function loadGdal(address: string): Promise<ConvertWithGdal> {
  const { createGdalService } = (await import(address)) as {
    readonly createGdalService: () => { readonly convert: ConvertWithGdal };
  };
  return createGdalService().convert;
}
