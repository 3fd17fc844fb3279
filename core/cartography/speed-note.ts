import { type MapScene, mapText } from './map-scene.ts';

/** The county's speed table in one sentence, with its version: printed wherever travel times are shown. */
export function createSpeedNote(scene: MapScene): string {
  const { speeds } = scene.county.settings;
  return mapText(scene, 'note_speeds', {
    version: speeds.version,
    ...speeds.pavedKmh,
    bituminous: speeds.bituminousFactor,
    blocks: speeds.blocksFactor,
    gravel: speeds.gravelKmh,
    earth: speeds.earthKmh,
    walking: speeds.walkingKmh,
    steepness: speeds.walkingSteepness,
    offset: speeds.walkingOffset,
  });
}
