import type { start as zh } from '../zh/start.ts';

/** What the start, the command line and the tests say while they work. */
export const start: Record<keyof typeof zh, string> = {
  step_seconds: '{step} ({seconds} s)',
  step_database: 'Opened the database',
  step_migrate: 'Updated the database structure: {count} migrations',
  step_seed: 'Loaded the sample county',
  step_client: 'Built the page',
  step_client_fresh: 'The page is up to date',
  step_daily: 'Made and verified the daily backup: {count} counties',
  backup_failed: 'The backup did not pass its check: {reason}',
  ready: 'Guatu is ready: {url}',
  ready_hint: 'Press Ctrl-C to stop.',
  starting: 'Guatu is starting, one moment please.',
  stopping: 'Stopping… press Ctrl-C again to end at once.',
  stopped: 'Stopped.',
  fault: 'Not started: {sentence}',
  failed: 'Not done: {sentence}',
  unexpected: 'Fault in the program: {reason}',
  dev_restarted: 'Server code changed: restarted.',
  dev_failed: 'The server did not start; it will try again after the next change.',
  cli_usage:
    'Usage: npm run guatu -- <command> [arguments] [--lang zh|en] (of what is said and written; Chinese without it)',
  cli_serve: 'serve: start the server, the same as npm start',
  cli_seed: 'seed: load the sample county into an empty database',
  cli_import:
    'import <files…> --county 529901 [--write]: check ledgers and import them; import <files…> --as <thing>: load a new county from GeoJSON, shapefile, GeoPackage, KML, GPX or FileGDB',
  cli_atlas:
    'atlas 529901 [--maps progress,targets] [--level county|town|village] [--paper A3|A4] [--papers timetable,responsibilities,task_letters] [--scale 10000] [--edition internal|review|public --approval number --approved-on 2026-11-01] [--as-of 2026-11-22] [--plan plan] [--relief off] [--lang zh|en] [--out atlas.pdf|atlas.zip|folder]   an atlas: one PDF, or separate files named by code and name',
  cli_tiles:
    'tiles --area <code> --map <targets|measures|industry|progress> [--paper A0] [--tile A3|A4] [any option of sheet] [--out tiles.pdf]: a large sheet on pages of an office printer, with overlaps, cut marks and how they are put together',
  cli_sheet:
    'sheet --area <code> --map <targets|measures|industry|progress> [--as-of date] [--plan code] [--paper A4…A0|2A0|Q787|Q889|R914|WxH] [--orientation landscape|portrait] [--scale denominator] [--edition internal|review|public --approval number --approved-on 2026-11-01] [--lang zh|en] [--colors color|mono] [--hand-kept on] [--bleed 0|3] [--second zh|en] [--title text] [--hidden ids] [--format pdf|svg|png|tiff] [--page number] [--dpi 72…600] [--out file]: write a sheet',
  cli_indicators:
    'indicators --area <code> [--as-of date] [--codes T1,R6] [--json]: list figures with numerator and denominator',
  cli_distance:
    'distance --from <places> --to <places> [--mode drive|tricycle|walk] [--by minutes|meters] [--as-of date] [--plan code] [--county code] [--json]: distance and time along roads; places are lon,lat or codes, separated by semicolons; each line has from, to, km, minutes, straight km, km off the road, why not',
  cli_gaps:
    'gaps <area code> [--csv [--out file]] [--sort=km|-km|cost|-cost|people|-people|code] [--as-of date] [--plan code] [--size 30_150|20] [--width any|minimum] [--surfaces paved|bituminous|blocks]: settlements that must be joined by hardened road and are not, with the segments that would join them and what they cost',
  cli_gaps_total:
    '{total} not joined: {km} km of segments (each counted once), {newRoadKm} km of new road, estimated at {cost} × 10,000 yuan',
  cli_gaps_sample: 'Costs are estimated at sample prices.',
  cli_optimise:
    'optimise sites|roads [--county code] [--plan code] [--seed number] [--time seconds] [--output file.json|csv]: which sites to open, or which roads to harden first. sites: --problem p_median|capacitated_p_median|maximal_cover|set_cover|p_center [--sites number] [--budget 10,000-yuan] [--limit minutes-or-km] [--measure minutes|meters] [--demand relocation|target|all] [--split never|when_needed|always] [--shortage refuse|place_most] [--required codes,…] [--excluded codes,…] [--new-only] [--suitable points] [--capacity households] [--points lon,lat,households;…]; roads: --budget 10,000-yuan | --share 0…1 | --all [--target households|target_households|settlements] [--years 2026,2027:500] [--emptied]',
  cli_plans:
    'plans list|show|export [plan code] [--county code] [--json] [--output file.json|csv]: list the plans, tell the measures of one, or write them to a file',
  cli_backup: 'backup [--county code]: back up now',
  cli_restore: 'restore <backup file> [--replace]: restore a county from a backup, in place of the present one',
  cli_export:
    'export --area code --ledgers all|settlements,segments… (or --indicators self|children|all, or --map targets…) [--format xlsx|csv|geojson|gpkg|shapefile|kml] [--crs cgcs2000|wgs84|gauss_kruger|gauss_kruger_zone] [--as-of date] [--out file]: export ledgers, indicators or the layers of a map',
  cli_reader: 'reader [--name role]: make a role of the PostgreSQL server that can only read the guatu views',
  cli_reader_made:
    'Made the read-only role {name} with the password {password} (shown this once). It reads the views of the schema guatu, see docs/for-other-software.md',
  cli_written: 'Wrote {file} ({kilobytes} kB, {seconds} s)',
  cli_seeded: 'Loaded the sample county {code} ({seconds} s)',
  cli_seed_present: 'The database already holds {codes}; nothing was changed',
  cli_restored: 'Restored {code} ({seconds} s)',
  cli_migrated: 'The database structure is up to date ({count} new migrations)',
  test_step: '{step}',
  test_installing: 'Installing what the tests need: {packages}',
  test_missing:
    'The tests need software that is missing: {packages}. Install it (Debian: apt-get install {packages}) and run npm test again.',
  test_install_failed: '{packages} could not be installed (apt-get exit code {code}).',
  test_check_failed: 'Did not pass: {step}',
  docs_title: 'Interface of Guatu',
  docs_intro: 'Every address with its parameters and answer; for programs:',
  docs_required: 'required',
  docs_answer: 'Answer',
};
