/** A coordinate as it was written: a number, and whether letters or characters say that it is a longitude or a latitude. */
export interface WrittenAngle {
  /** Degrees, or metres for large numbers. */
  readonly value: number;
  readonly axis: 'longitude' | 'latitude' | null;
}

/** Marks of axes before or after the number; those of the south and the west make it negative. */
const AXES: readonly { readonly mark: RegExp; readonly axis: 'longitude' | 'latitude'; readonly sign: 1 | -1 }[] = [
  { mark: /^(?:东经|E)[:=]?|(?:东经|E)$/i, axis: 'longitude', sign: 1 },
  { mark: /^(?:西经|W)[:=]?|(?:西经|W)$/i, axis: 'longitude', sign: -1 },
  { mark: /^(?:北纬|N)[:=]?|(?:北纬|N)$/i, axis: 'latitude', sign: 1 },
  { mark: /^(?:南纬|S)[:=]?|(?:南纬|S)$/i, axis: 'latitude', sign: -1 },
];

/** Words for which of the two it is, without a direction, with or without a colon. */
const NAMES: readonly { readonly mark: RegExp; readonly axis: 'longitude' | 'latitude' }[] = [
  { mark: /^(?:经度|lon(?:gitude)?|lng)[:=]?/i, axis: 'longitude' },
  { mark: /^(?:纬度|lat(?:itude)?)[:=]?/i, axis: 'latitude' },
];

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SEXAGESIMAL = /^([+-]?)(\d{1,3}(?:\.\d+)?)°(?:(\d{1,2}(?:\.\d+)?)′(?:(\d{1,2}(?:\.\d+)?)″?)?)?$/;

/**
 * Reads one coordinate: `107.51`, `35,400,123.5`, `107°30′36″`, `E107 30 36`, `东经107度30分36秒`, full-width digits and signs included. `107.30.36` could be either
 * a version of degrees-minutes-seconds or a mistake, and is refused.
 *
 * @returns null for what is not a coordinate
 */
export function readAngle(written: string): WrittenAngle | null {
  const plain = simplifySigns(written).replace(/\s+/g, ' ').trim();
  const named = NAMES.find(({ mark }) => mark.test(plain));
  const unnamed = named ? plain.replace(named.mark, '').trim() : plain;
  const marked = AXES.find(({ mark }) => mark.test(unnamed));
  const bare = marked ? unnamed.replace(marked.mark, '').trim() : unnamed;
  const size = readSize(bare, marked !== undefined || named !== undefined);
  if (size === null || (marked?.sign === -1 && size < 0)) return null;
  return { value: (marked?.sign ?? 1) * size, axis: marked?.axis ?? named?.axis ?? null };
}

/** Full-width to plain, and all the signs for degrees, minutes and seconds to `°`, `′` and `″`. */
export function simplifySigns(written: string): string {
  return written
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[\u3001\u3002]/g, ',')
    .replace(/(\d) ?d ?(\d+(?:\.\d+)?) ?m(?: ?(\d+(?:\.\d+)?) ?s)?(?![a-z])/g, (_, before, minutes, seconds) =>
      seconds === undefined ? `${before}°${minutes}′` : `${before}°${minutes}′${seconds}″`,
    )
    .replace(/\u02b9/g, '′')
    .replace(/''|″|\u02ba|[\u201c\u201d]|"|秒|′′|\u2019\u2019/g, '″')
    .replace(/['\u2018\u2019`\u00b4分]/g, '′')
    .replace(/(\d) ?(?:[°\u00ba\u02da\u2103\u309c度]|deg)/g, '$1°');
}

function readSize(bare: string, hasAxis: boolean): number | null {
  if (NUMBER.test(bare)) return finiteOrNull(Number(bare));
  if (THOUSANDS.test(bare)) return finiteOrNull(Number(bare.replaceAll(',', '')));
  // three numbers with blanks are degrees, minutes and seconds only where something says that it is an angle
  const spaced = hasAxis ? /^([+-]?\d{1,3}) (\d{1,2}) (\d{1,2}(?:\.\d+)?)$/.exec(bare) : null;
  const match = SEXAGESIMAL.exec(spaced ? `${spaced[1]}°${spaced[2]}′${spaced[3]}″` : bare.replaceAll(' ', ''));
  if (!match) return null;
  const [, sign, degrees = '0', minutes, seconds] = match;
  if (minutes !== undefined && (degrees.includes('.') || Number(minutes) >= 60)) return null;
  if (seconds !== undefined && (minutes?.includes('.') || Number(seconds) >= 60)) return null;
  const size = (Number(degrees) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 3600;
  return size > 180 ? null : sign === '-' ? -size : size;
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
