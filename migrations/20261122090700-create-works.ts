import type { Knex } from 'knex';

/** What each table of a thing begins with. */
const THING = `
      county_code TEXT NOT NULL,
      code TEXT NOT NULL,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      PRIMARY KEY (county_code, code, revision_from),
      FOREIGN KEY (county_code, code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, revision_from) REFERENCES revision (county_code, revision),`;

/** Area and thing that a work is about. */
const ABOUT = `
      area_code TEXT NOT NULL,
      thing_code TEXT,
      FOREIGN KEY (county_code, area_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, thing_code) REFERENCES thing (county_code, code),`;

/** Projects, tasks, rectification items, responsibilities, benchmarks and the calendar of stops. */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE project (${THING}${ABOUT}
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('road', 'relocation', 'industry', 'water', 'power', 'service', 'environment')),
      lead_department TEXT NOT NULL,
      starts_on DATE,
      deadline DATE,
      planned_yuan DOUBLE PRECISION NOT NULL CHECK (planned_yuan >= 0),
      funds_by_source JSONB NOT NULL
    )`);
  await trx.raw(`
    CREATE TABLE task (${THING}${ABOUT}
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      project_code TEXT,
      department TEXT NOT NULL,
      responsible_post TEXT NOT NULL,
      starts_on DATE NOT NULL,
      deadline DATE NOT NULL,
      planned_amount DOUBLE PRECISION NOT NULL CHECK (planned_amount >= 0),
      unit TEXT NOT NULL,
      FOREIGN KEY (county_code, project_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE item (${THING}${ABOUT}
      source TEXT NOT NULL,
      problem TEXT NOT NULL,
      problem_class TEXT NOT NULL,
      measure TEXT NOT NULL,
      responsible_post TEXT NOT NULL,
      responsible_unit TEXT NOT NULL,
      found_on DATE NOT NULL,
      deadline DATE NOT NULL
    )`);
  await trx.raw(`
    CREATE TABLE responsibility (${THING}
      about_code TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('commander', 'lead_department', 'county_leader_of_town', 'town_secretary', 'town_head',
        'helping_unit', 'work_team_leader', 'first_secretary', 'village_secretary', 'grid_member', 'helping_cadre')),
      holder TEXT NOT NULL,
      from_date DATE NOT NULL,
      to_date DATE CHECK (to_date >= from_date),
      FOREIGN KEY (county_code, about_code) REFERENCES thing (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE benchmark (${THING}
      indicator TEXT NOT NULL,
      level TEXT NOT NULL CHECK (level IN ('province', 'prefecture')),
      name TEXT NOT NULL,
      name_en TEXT NOT NULL,
      value DOUBLE PRECISION NOT NULL,
      measured_on DATE NOT NULL,
      source TEXT NOT NULL
    )`);
  await trx.raw(`
    CREATE TABLE calendar_stop (${THING}
      from_date DATE NOT NULL,
      to_date DATE NOT NULL CHECK (to_date >= from_date),
      reason TEXT NOT NULL
    )`);
}

/** Takes the six tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE calendar_stop, benchmark, responsibility, item, task, project');
}
