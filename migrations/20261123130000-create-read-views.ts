import type { Knex } from 'knex';

/** What a thing has when it stands in the county's newest state: `guatu.<name>` shows these and nothing else. */
interface ReadView {
  readonly name: string;
  readonly about: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly where?: string;
}

const NAMES = ['code', 'name', 'name_en'];
const IN_AREA = [...NAMES, 'area_code'];
const AREA = [...NAMES, 'boundary', 'seat', 'area_m2'];

/** The last value that events of a kind gave a thing by the county's data date. */
const stateOf = (kind: string, name: string): string => `(
      SELECT event.value FROM event JOIN county ON county.county_code = event.county_code AND county.revision_to IS NULL
      WHERE event.county_code = thing.county_code AND event.thing_code = thing.code AND event.revision_to IS NULL
        AND event.kind = '${kind}' AND event.happened_on <= county.data_date
      ORDER BY event.happened_on DESC, event.event_id DESC LIMIT 1) AS ${name}`;

/** The day of the first event of a kind; null when it did not happen by the data date. */
const dayOf = (kind: string, name: string): string => `(
      SELECT min(event.happened_on) FROM event JOIN county ON county.county_code = event.county_code AND county.revision_to IS NULL
      WHERE event.county_code = thing.county_code AND event.thing_code = thing.code AND event.revision_to IS NULL
        AND event.kind = '${kind}' AND event.happened_on <= county.data_date) AS ${name}`;

const VIEWS: readonly ReadView[] = [
  { name: 'county', about: 'Counties with their outline', table: 'area', columns: AREA, where: `level = 'county'` },
  {
    name: 'town',
    about: 'Towns',
    table: 'area',
    columns: [...AREA, 'leading_product'],
    where: `level = 'town'`,
  },
  {
    name: 'village',
    about: 'Administrative villages; their lines are working lines',
    table: 'area',
    columns: [
      ...AREA,
      'parent_code AS town_code',
      'priority',
      'planned_exit_year',
      'road_duty',
      'leading_product',
      dayOf('exit', 'exit_on'),
    ],
    where: `level = 'village'`,
  },
  {
    name: 'settlement',
    about: 'Settlements with households and people of the base date',
    table: 'settlement',
    columns: [
      ...NAMES,
      'village_code',
      'kind',
      'position',
      'elevation_m',
      'registered_households',
      'registered_people',
      'resident_households',
      'resident_people',
      'road_duty',
      'site_code',
    ],
  },
  {
    name: 'site',
    about: 'Relocation sites with their stage at the data date',
    table: 'site',
    columns: [
      ...IN_AREA,
      'position',
      'outline',
      'access_point',
      'location_type',
      'capacity_households',
      'capacity_people',
      'cost_yuan',
      'deadline',
      'assessment_number',
      'assessment_on',
      'assessment_conclusion',
      stateOf('stage', 'stage'),
    ],
  },
  {
    name: 'segment',
    about: 'Road segments with surface and status at the data date; length_m is geodesic',
    table: 'segment',
    columns: [
      ...NAMES,
      'route_number',
      'road_class',
      'road_function',
      'line',
      'length_m',
      'width_m',
      'one_way',
      'planned_year',
      'cost_yuan',
      'project_code',
      'shares_pavement_with',
      stateOf('surface', 'surface'),
      stateOf('status', 'status'),
      dayOf('opened', 'opened_on'),
      dayOf('closed', 'closed_on'),
    ],
  },
  {
    name: 'hazard',
    about: 'Geological hazard points',
    table: 'hazard',
    columns: [
      ...IN_AREA,
      'kind',
      'size_class',
      'position',
      'threatened_area',
      'threatened_households',
      'threatened_people',
      'treatment',
      dayOf('struck_off', 'struck_off_on'),
    ],
  },
  {
    name: 'park',
    about: 'Industrial parks, bases, cooperatives and workshops',
    table: 'park',
    columns: [
      ...IN_AREA,
      'kind',
      'product',
      'position',
      'outline',
      'access_point',
      'planned_scale',
      'scale_unit',
      'leading_enterprise',
      'jobs',
    ],
  },
  { name: 'service', about: 'Public services', table: 'service', columns: [...IN_AREA, 'kind', 'position'] },
  {
    name: 'constraint_area',
    about: 'Constraint areas and their effect',
    table: 'constraint_area',
    columns: [...NAMES, 'kind', 'effect', 'boundary', 'source', 'delivered_on'],
  },
  { name: 'river', about: 'Rivers', table: 'river', columns: [...NAMES, 'line', 'stream_order'] },
  {
    name: 'project',
    about: 'Projects with their stage at the data date; money in yuan',
    table: 'project',
    columns: [
      ...IN_AREA,
      'thing_code',
      'kind',
      'lead_department',
      'starts_on',
      'deadline',
      'planned_yuan',
      stateOf('stage', 'stage'),
    ],
  },
  {
    name: 'task',
    about: 'Tasks',
    table: 'task',
    columns: [
      ...IN_AREA,
      'project_code',
      'thing_code',
      'department',
      'starts_on',
      'deadline',
      'planned_amount',
      'unit',
      dayOf('completed', 'completed_on'),
    ],
  },
];

/**
 * Views for other software: the newest state of each thing that has no personal data, without versions and revisions, in a schema of their own.
 * Households, ledger rows, causes, responsible posts and accounts are not among them. `docs/for-other-software.md` describes them; the role that
 * may read them is made by `npm run guatu -- reader`.
 */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw('CREATE SCHEMA guatu');
  for (const { name, about, table, columns, where } of VIEWS) {
    const condition = where === undefined ? '' : ` AND thing.${where}`;
    const selected = columns.map((column) => (column.startsWith('(') ? column : `thing.${column}`)).join(', ');
    await trx.raw(`
      CREATE VIEW guatu.${name} AS
      SELECT thing.county_code, ${selected} FROM ${table} AS thing WHERE thing.revision_to IS NULL${condition}`);
    await trx.raw(`COMMENT ON VIEW guatu.${name} IS '${about}'`);
  }
}

/** Takes the views away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  for (const { name } of [...VIEWS].reverse()) await trx.raw(`DROP VIEW guatu.${name}`);
  await trx.raw('DROP SCHEMA guatu');
}
