import type { Knex } from 'knex';

/** The register of all things of a county and everything that happened to them (docs/decisions/0001). */
export async function up(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`
    CREATE TABLE thing (
      county_code TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{1,40}$'),
      kind TEXT NOT NULL CHECK (kind IN ('area', 'settlement', 'household', 'site', 'homestead', 'segment', 'hazard', 'park',
        'service', 'constraint', 'project', 'task', 'item', 'responsibility', 'benchmark', 'calendar_stop', 'river', 'plan')),
      PRIMARY KEY (county_code, code)
    )`);
  await trx.raw(`
    CREATE TABLE event (
      county_code TEXT NOT NULL,
      event_id BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
      thing_code TEXT NOT NULL,
      kind TEXT NOT NULL,
      happened_on DATE NOT NULL,
      value TEXT,
      amount DOUBLE PRECISION,
      replaces_event_id BIGINT,
      revision_from INTEGER NOT NULL,
      revision_to INTEGER CHECK (revision_to > revision_from),
      PRIMARY KEY (county_code, event_id),
      FOREIGN KEY (county_code, thing_code) REFERENCES thing (county_code, code),
      FOREIGN KEY (county_code, replaces_event_id) REFERENCES event (county_code, event_id)
    )`);
  await trx.raw('CREATE INDEX event_thing ON event (county_code, thing_code)');
}

/** Takes both tables away. */
export async function down(trx: Knex.Transaction): Promise<void> {
  await trx.raw('DROP TABLE event, thing');
}
