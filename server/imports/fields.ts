import type { ImportProblems } from './import-problem.ts';
import type { ImportFeature, Properties } from './read-features.ts';

/** Property names that are read for each field, the first that is present wins; Chinese and English synonyms. */
const FIELD_NAMES = {
  code: ['code', 'CODE', '代码', '编码', 'adcode', 'osm_id', 'id'],
  name: ['name', 'NAME', '名称', 'name:zh'],
  nameEn: ['name_en', 'nameEn', 'name:en', '英文名'],
  townCode: ['town_code', 'townCode', '乡镇代码'],
  registeredPeople: ['registered_people', 'population', 'people', '户籍人口', '人口'],
  registeredHouseholds: ['registered_households', 'households', '户籍户数', '户数'],
  residentPeople: ['resident_people', '常住人口'],
  residentHouseholds: ['resident_households', '常住户数'],
  placeRank: ['place'],
  elevation: ['ele', 'elevation', '高程', '海拔'],
  highway: ['highway'],
  roadClass: ['road_class', 'class', '行政等级'],
  roadFunction: ['road_function', 'function', '道路功能'],
  surface: ['surface', '路面类型'],
  width: ['width', '路面宽度'],
  routeNumber: ['ref', 'route_number', '路线编号'],
  oneWay: ['oneway'],
  plannedYear: ['planned_year', '计划年度'],
  costYuan: ['cost_yuan'],
  capacityHouseholds: ['capacity_households', '安置户数'],
  capacityPeople: ['capacity_people', '安置人数'],
  locationType: ['location_type'],
  stage: ['stage'],
  kind: ['kind', 'type'],
  product: ['product', '主导产业', '产品'],
  plannedScale: ['planned_scale'],
  scaleUnit: ['scale_unit'],
  enterprise: ['enterprise', '龙头企业'],
  jobs: ['jobs', '岗位'],
} as const;

/** Fields an import knows. */
export type Field = keyof typeof FIELD_NAMES;

/** The property names of a field, for sentences. */
export const fieldNames = (field: Field): string => FIELD_NAMES[field].join(', ');

/** The trimmed text of a field; null when it is absent, null or empty. */
export function readText(properties: Properties, field: Field): string | null {
  for (const name of FIELD_NAMES[field]) {
    const value = properties[name];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    const trimmed = String(value).trim();
    if (trimmed !== '') return trimmed;
  }
  return null;
}

/** A number field and what it allows. */
export interface NumberField {
  readonly field: Field;
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

/** A field that counts people, households or jobs. */
export const countField = (field: Field): NumberField => ({ field, minimum: 0, maximum: 10_000_000, whole: true });

/** A field that holds a sum of money or another amount that may be broken. */
export const amountField = (field: Field): NumberField => ({ field, minimum: 0, maximum: 1e12, whole: false });

/** The number of a field; null when it is absent; a fault is added when it is there and does not fit. */
export function readNumber(feature: ImportFeature, asked: NumberField, problems: ImportProblems): number | null {
  const found = readText(feature.properties, asked.field);
  if (found === null) return null;
  const value = Number(found);
  const fits = value >= asked.minimum && value <= asked.maximum && (!asked.whole || Number.isInteger(value));
  if (fits) return value;
  problems.add({
    file: feature.file,
    row: feature.row,
    code: 'number',
    got: `${FIELD_NAMES[asked.field][0]} = ${found}`,
    expected: `${asked.minimum}…${asked.maximum}`,
  });
  return null;
}

/** A field with a closed list of values and what its absence means. */
export interface ChoiceField<Choice extends string> {
  readonly field: Field;
  readonly choices: readonly Choice[];
  readonly absent: Choice;
}

/** One of a closed list of values; a fault is added when the value is unknown. */
export function readChoice<Choice extends string>(
  feature: ImportFeature,
  asked: ChoiceField<Choice>,
  problems: ImportProblems,
): Choice {
  const found = readText(feature.properties, asked.field);
  if (found === null) return asked.absent;
  const choice = asked.choices.find((candidate) => candidate === found);
  if (choice !== undefined) return choice;
  const at = { file: feature.file, row: feature.row };
  const got = `${FIELD_NAMES[asked.field][0]} = ${found}`;
  problems.add({ ...at, code: 'choice', got, expected: asked.choices.join(', ') });
  return asked.absent;
}
