import { type SettingsAnswer, speedTableSchema } from '#core/api/network.ts';
import { ROAD_CLASSES, type RoadClass } from '#core/county/kinds.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';

/** A speed table as it is edited: what is typed, before it is known to be numbers. */
export type SpeedDraft = Readonly<Record<string, string>>;

type Speeds = SettingsAnswer['speeds'];
type SpeedPatch = Omit<Speeds, 'version'>;
type NumberKey = Exclude<keyof SpeedPatch, 'pavedKmh' | 'source'>;

/** One number of the table with its bounds, which are those of the contract. */
export interface SpeedField {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly label: (language: Language) => string;
  readonly read: (speeds: Speeds) => number;
}

const field = (key: NumberKey, label: TextKey<'tools'>, [minimum, maximum, step]: readonly number[]): SpeedField => ({
  name: key,
  minimum: minimum ?? 0,
  maximum: maximum ?? 0,
  step: step ?? 1,
  label: (language) => text(language, 'tools', label),
  read: (speeds) => speeds[key],
});

const paved = (roadClass: RoadClass): SpeedField => ({
  name: `paved_${roadClass}`,
  minimum: 1,
  maximum: 120,
  step: 1,
  label: (language) => text(language, 'things', `road_class_${roadClass}`),
  read: (speeds) => speeds.pavedKmh[roadClass],
});

/** Speeds on paved roads by class. */
export const PAVED_FIELDS: readonly SpeedField[] = ROAD_CLASSES.map(paved);

/** Every other number of the table. */
export const OTHER_FIELDS: readonly SpeedField[] = [
  field('bituminousFactor', 'speed_bituminous', [0.1, 1, 0.05]),
  field('blocksFactor', 'speed_blocks', [0.1, 1, 0.05]),
  field('gravelKmh', 'speed_gravel', [1, 120, 1]),
  field('earthKmh', 'speed_earth', [1, 120, 1]),
  field('tricycleFactor', 'speed_tricycle', [0.1, 1, 0.05]),
  field('tricycleMaximumKmh', 'speed_tricycle_maximum', [1, 120, 1]),
  field('walkingKmh', 'speed_walking', [1, 12, 0.5]),
  field('walkingSteepness', 'speed_steepness', [0, 10, 0.1]),
  field('walkingOffset', 'speed_offset', [-0.2, 0.2, 0.01]),
];

const FIELDS = [...PAVED_FIELDS, ...OTHER_FIELDS];

/** The table as text fields. */
export const createSpeedDraft = (speeds: Speeds): SpeedDraft => ({
  ...Object.fromEntries(FIELDS.map(({ name, read }) => [name, String(read(speeds))])),
  source: speeds.source,
});

/** The table that was typed, or the first thing that is wrong with it. */
export function readSpeedDraft(
  draft: SpeedDraft,
  language: Language,
): { readonly speeds: SpeedPatch } | { readonly fault: string } {
  const read = (name: string): number => (draft[name]?.trim() ? Number(draft[name]) : Number.NaN);
  const wrong = FIELDS.find(({ name, minimum, maximum }) => !(read(name) >= minimum && read(name) <= maximum));
  if (wrong) {
    const { minimum, maximum } = wrong;
    return { fault: text(language, 'tools', 'speed_invalid', { name: wrong.label(language), minimum, maximum }) };
  }
  if (!draft.source?.trim()) return { fault: text(language, 'tools', 'speed_source_missing') };
  const speeds = speedTableSchema.parse({
    pavedKmh: Object.fromEntries(ROAD_CLASSES.map((roadClass) => [roadClass, read(`paved_${roadClass}`)])),
    ...Object.fromEntries(OTHER_FIELDS.map(({ name }) => [name, read(name)])),
    source: draft.source.trim(),
  });
  return { speeds };
}
