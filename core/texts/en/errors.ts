import type { errors as zh } from '../zh/errors.ts';

/** Sentences for error codes (key = DomainError code). */
export const errors: Record<keyof typeof zh, string> = {
  invalid_parameter: 'The value "{got}" of parameter {field} cannot be used; expected: {expected}.',
  invalid_body: 'Field {field} of the request cannot be used ("{got}"); expected: {expected}.',
  missing_parameter: 'The parameter {field} is missing.',
  missing_field: 'The request lacks the field {field}.',
  empty_field: 'The field {field} is empty; it needs at least one character.',
  json_expected: 'The request needs a body of type application/json.',
  unknown_address: 'There is no address {path}. The list of addresses is at /docs.',
  unknown_county: 'There is no county with the code {code}.',
  county_rows_invalid:
    '{count} rows break a rule; the first: {where} is {got}, expected {expected}. Nothing was written.',
  unknown_area: 'There is no area with the code {code}.',
  no_relief: 'County {code} has no elevation data and so no relief.',
  households_need_village: 'Households are shown for one village at a time; {code} is not a village.',
  unknown_indicator: 'There is no indicator "{indicator}".',
  unknown_part: 'Indicator {indicator} has no part "{part}".',
  scale_does_not_fit:
    'The area does not fit one sheet of {paper} at scale {scale}; the largest that fits is {largest}. At {scale} it takes {sheets} sheets of {paper}: {across} across × {down} down.',
  sheet_thread_lost: 'The thread that makes sheets ended unexpectedly. Try again.',
  invalid_date: 'The date "{date}" cannot be used: give a date (YYYY-MM-DD) not later than the data date {latest}.',
  invalid_month_range: 'The months {from} to {to} cannot be used: at most {most} months.',
  unknown_revision: 'There is no data revision {revision}.',
  unknown_host:
    'Requests to "{host}" are not accepted. Use the address that was printed at the start, or add this host name to GUATU_HOSTS.',
  request_too_large: 'The request is too large.',
  bad_request: 'The request cannot be understood.',
  forbidden: 'This request is not allowed.',
  internal_error:
    'Something went wrong inside the server; record number {request}. Please tell your administrator the number.',
  port_taken: 'Port {port} is taken. Close the program that uses it, or choose another port, for example PORT={next}.',
  port_forbidden: 'No permission to listen on {host}:{port}. Choose a port above 1024, for example PORT=8470.',
  host_unavailable: 'This machine has no address {host}. Check HOST, or remove it to use 127.0.0.1.',
  host_not_local:
    'There are no accounts yet, so {host} may be served only while nothing but the sample county is loaded; also loaded: {counties}. Remove HOST, or set GUATU_DATA to a folder with only the sample county.',
  invalid_setting: 'The value "{got}" of the environment variable {name} cannot be used; expected: {expected}.',
  folder_not_writable:
    'The folder {folder} cannot be written ({reason}). Correct its permissions, or name another folder with GUATU_DATA.',
  disk_full:
    'The disk is full: {folder} cannot be written. Free some space and start again; nothing acknowledged was damaged.',
  client_build_failed: 'The page could not be built: {reason}. See the messages above, correct them and start again.',
  client_missing: 'The page has not been built yet. Run npm run build first.',
  unknown_command: 'There is no command "{command}". Commands: {commands}.',
  invalid_argument: 'The value "{got}" of the argument {field} cannot be used; expected: {expected}.',
  missing_argument: 'The argument {field} is missing. Usage: {usage}',
  file_not_found: 'The file {file} was not found.',
  file_not_writable: 'The file {file} cannot be written ({reason}).',
  server_refused: 'The running server refused the command (status {status}). Restart the server and try again.',
  server_lost: 'The connection to the running server broke. Look at its window for messages, then try again.',
  county_code_form: 'The county code is {code}, expected six digits.',
  county_exists: 'County {code} exists already: choose another code.',
  import_rejected: 'The import was refused with {count} problems; nothing was written:\n{problems}',
  folder_locked:
    'The data folder {folder} is in use by another process (process {pid}, since {since}). Close it first, or set GUATU_DATA to another folder.',
  database_folder_version:
    'The data folder {folder} was written by another version of the database engine (its version {found}, this program {expected}). Make a backup with the program version that wrote it and restore it in a new folder.',
  database_newer:
    'The database was written by a newer program: it has the migration {found}, which this program does not know (its last one is {expected}). Update the program; nothing was changed.',
  engine_start_failed:
    'The embedded database did not start: {reason}. Try again; if it fails again, restore a backup from the folder backups.',
  engine_fault:
    'The embedded database gave an answer that cannot be trusted ({reason}); it was discarded and reopened, and nothing of this operation was written. Try again.',
  query_deadline_missed:
    'The database did not finish within {seconds} s; the operation was ended and nothing was written.',
  transaction_idle: 'A database operation paused for more than {seconds} s; it was ended and nothing was written.',
  database_busy: 'The database is busy: no turn within {seconds} s. Try again later.',
  database_url_invalid: 'DATABASE_URL cannot be understood; expected postgres://user@host:port/database.',
  database_unreachable:
    'The database server {host}:{port} cannot be reached ({reason}). Check that it is running and that DATABASE_URL is right.',
  database_connection_lost:
    'The connection to the database was lost ({reason}). If the last change was not confirmed, check it before trying again.',
  database_login_refused:
    'The database server {host}:{port} refused the login ({reason}). Check the user name and password in DATABASE_URL.',
  database_missing: 'The server {host}:{port} has no database named "{database}". Create it, or correct DATABASE_URL.',
  database_not_permitted:
    'The database account may not do this ({reason}). Ask the administrator for all rights on this database.',
  database_read_only: 'The database server {host}:{port} is read-only (a standby). Point DATABASE_URL at the primary.',
  database_too_many_connections:
    'The database server has no free connection ({reason}). Try again later, or raise max_connections.',
  database_out_of_memory: 'The database ran out of memory ({reason}). Close other programs and try again.',
  database_disk_full:
    'The disk of the database server is full ({reason}). Free some space there; confirmed data is not damaged.',
  postgis_missing:
    'The database "{database}" has no PostGIS ({reason}). Install PostGIS 3 on the server and have the administrator run CREATE EXTENSION postgis.',
  backup_damaged: 'The backup file {file} is damaged ({reason}). Use another backup.',
  backup_format: 'The backup file {file} has format {found}, this program knows {expected}. Update the program.',
  backup_migrations:
    'The backup file {file} is of database version {found}, the database is at {expected}; they must be the same. Restore it with the program version that wrote it, then update.',
  backup_county_exists:
    'County {county} already has data; the backup {file} was not restored. Ask for a replacement explicitly.',
  sample_damaged:
    'The sample file data/sample/{file} is missing or was changed. Restore it from the repository (git checkout data/sample).',
  only_sample_while_open:
    'Other machines are being served, so only the sample county may be loaded. Use the address of this machine (HOST=127.0.0.1) and try again.',
  unknown_job: 'There is no job "{id}"; results are kept for 7 days.',
  too_many_parts:
    'All parts of {count} indicators were asked for all areas below; at most {most} at once. Ask a few codes at a time, or without parts (parts=none).',
  job_not_done: 'Job {id} has no result to download: it has not ended, was cancelled or failed.',
  job_interrupted:
    'The server ended twice while it worked at this job, so the job was given up. Ask for a smaller area and try again.',
  too_many_jobs: '{most} jobs are waiting already; let some of them finish first.',
  invalid_place:
    'The value "{got}" in {field} cannot be used: give lon,lat in degrees (such as 107.54,26.99) or the code of a place; separate places by semicolons.',
  unknown_place: '{county} has no area, settlement, site, park, service or hazard point with the code "{code}".',
  point_outside_county:
    'The point {point} is not in {county}. Longitude comes first ({west} to {east}), then latitude ({south} to {north}).',
  point_in_no_county: 'The point {point} is in none of the counties.',
  county_needed: 'The places do not tell which county is meant: add the parameter county (six digits).',
  several_counties: 'The places are in several counties ({counties}); a question is about one county.',
  too_many_places:
    'Parameter {field} has {count} places; at most {most} can be asked at once. For more, begin a job (POST /api/jobs).',
  too_many_pairs:
    '{from} times {to} are {count} pairs; at most {most} can be asked at once. For more, begin a job (POST /api/jobs).',
  too_many_job_pairs: 'This job has {count} pairs of places; at most {most}. Choose a smaller area or fewer kinds.',
  unknown_kind: 'There is no kind of place "{kind}"; there are: {allowed}.',
  limits_form: 'The value "{got}" of limits cannot be used: give 1 to {most} numbers with commas, such as 15,30,60.',
  limit_minutes_range: 'The limit of {got} minutes is out of range: give {least} to {most} minutes.',
  limit_meters_range: 'The limit of {got} m is out of range: give {least} to {most} m.',
  unknown_plan: 'There is no plan with the code "{plan}"; plans: {plans}.',
  unknown_segment: 'There are no segments with the codes {codes} ({count} in all).',
  unknown_setting: 'There is no setting "{setting}" that can be changed; those that can: {known}.',
  settings_of_county: 'Settings belong to the whole county; {code} has none of its own. Use the county code {county}.',
  settings_closed:
    'Other machines are being served and there are no accounts yet, so settings can only be read. Use the address of this machine (HOST=127.0.0.1) to change them.',
  revision_conflict:
    'The settings were changed upon data revision {given}, and the newest is {revision} by now. Read them again and repeat the change; nothing was written.',
  site_rule_twice: '“{code}” was given twice; each may be given once. Nothing was written.',
  site_rule_fixed:
    'Rule “{code}” cannot be switched off or made weaker than forbidden: no site may stand outside the county or in a threatened area. Nothing was written.',
  site_rule_strength:
    'Rule “{code}” needs a strength (forbidden, argued or hint); only rules of constraint areas may leave it to the area. Nothing was written.',
  site_rule_limit:
    'The limit of rule “{code}” is {got}, expected {expected} (distances in metres; slope as rise over run, such as 0.25; “-” means no limit). Nothing was written.',
  site_factor_range:
    'Factor “{code}” has the same best and worst value ({got}); they must differ. Nothing was written.',
  site_factor_slope: 'The slope factor is {got}, expected rise over run: 25 % is written as 0.25. Nothing was written.',
  county_code_needed: 'This belongs to whole counties and {code} is not one; use county code {county}.',
  grid_too_fine: 'A grid of {got} m is too fine for this county; {least} m is the least that can be used.',
  choice_needs_sites:
    'Give the number of sites (sites) or a budget (budgetWanYuan): without them such a question has no answer.',
  choice_needs_limit:
    'A covering question needs a limit: within how many minutes or kilometres a place counts as covered.',
  choice_unknown_site: 'There are no sites with the codes {codes} ({count} in all).',
  choice_required_and_excluded: 'The sites {codes} are both required and excluded; choose one of the two.',
  choice_required_no_candidate:
    'The required sites {codes} are no candidates: let the existing sites be candidates (candidates.sites).',
  choice_too_many_required:
    '{required} sites must stay, but at most {sites} may be open. Allow more sites or require fewer.',
  choice_no_candidates:
    'There is no place to choose from: take the existing sites, draw places, or take points of the suitability map.',
  choice_position_outside: 'The point {point} is not in county {county}. Longitude comes first, then latitude.',
  choice_no_demand:
    'There is nobody to be placed: all households that are to move into sites have moved in, or the ledgers name none.',
  solver_thread_lost: 'The computing thread ended unexpectedly; please try again.',
  plan_not_found: 'County {county} has no plan with the code "{plan}".',
  plan_conflict:
    'Plan {plan} was changed by somebody else to version {version}; {count} of those changes are about the same things as yours. Yours were not written: compare both and decide.',
  plan_commands_refused: '{first}',
  plan_not_publishable: 'The plan cannot be published yet: {first}',
  plan_frozen:
    'Plan {plan} is published or came with the ledgers and can no longer be changed; copy it into a new plan.',
  plan_submitted: 'Plan {plan} is submitted; withdraw it before you change it.',
  plan_command_taken: 'The id "{id}" stands for another change already; give each change an id of its own.',
  plan_too_long: 'Plan {plan} would have {count} changes; at most {most}.',
  nothing_to_undo: 'Plan {plan} has nothing to undo.',
  nothing_to_redo: 'Plan {plan} has nothing to redo.',
  plan_base_superseded:
    'Plan {plan} stands on {base}, but {inForce} is in force by now. Put it over the plan in force, check it, and publish again; the draft is kept.',
  plan_empty: 'Plan {plan} has no changes, so it cannot be published.',
  published_on_range: 'The date {got} cannot be used: give one from {earliest} to the data date {latest}.',
  too_many_plans: 'The county has {most} drafts already; publish or delete some first.',
  plans_closed:
    'Other machines are being served and there are no accounts yet, so plans can only be read. Use the address of this machine (HOST=127.0.0.1) to change them.',
  unknown_plan_command: 'Plan {plan} has no change with the id "{id}".',
  job_without_csv: 'The result of job {id} has no form as a table; download it as it is.',
  location_input: 'The problem of choosing sites does not fit together: got {got} for {field}, expected {expected}.',
  programme_budget: 'Got {got} yuan for roads; expected a number of 0 or more.',
  programme_share: 'Got {got} as the share to be reached; expected 0 to 1.',
  programme_years: 'Got the years “{got}”; expected at least one year, each once.',
  compare_count: 'Got {got} plans to compare, expected 2 to {most} (today counts as one).',
  compare_twice: 'Got the plan {plan} twice, expected each plan once.',
  compare_year: 'Got the year {got}, expected {first} to {last}, or now for the data date.',
  unknown_field: 'The request has a field that is not known: {field}. Leave it out.',
  invalid_whole_body: 'The request ("{got}") cannot be used; expected: {expected}.',
  plan_version:
    'Plan {plan} is at version {version} now, and your change was made upon version {given}. It was not written: look at the newest version and make it again.',
  programme_year_range: 'The year {got} is outside the campaign, {first} to {last}: a plan cannot harden roads in it.',
  unknown_paper:
    'There is no paper "{got}"; expected one of {names}, or its sides in millimetres as WxH ({shortest} to {longest}, the long side at most 8 times the short one).',
  unknown_template: 'There is no sheet template “{id}”.',
  unknown_print: 'There is no print “{id}”.',
  unknown_wall: 'There is no wall “{id}”.',
  unknown_hanging: 'Nothing hangs or hung on this wall under “{id}”.',
  template_name_taken: 'There is a template “{name}” already. Please choose another name.',
  template_changed:
    'Template “{name}” is at version {version} now, and your change was made upon version {given}. Nothing was written; please look at it again first.',
  wall_changed:
    'Wall “{name}” is at version {version} now, and your change was made upon version {given}. Nothing was written; please look at it again first.',
  wall_in_use: '{count} sheets still hang on “{name}”. Take them down before giving it up.',
  wall_outside_county:
    'Area {area} is not in county {county}. A wall stands in the county, one of its towns or villages.',
  public_board_only: 'Only public editions with an approval number hang on the public board “{name}”; {id} is not one.',
  board_has_internal:
    '{count} sheets that are not public editions hang on “{name}”. Take them down before it becomes a public board.',
  already_hanging: '{id} hangs on “{name}” already.',
  taken_down_already: '{id} was taken down on {on} and cannot be taken down again.',
  hung_on_range:
    '{got} cannot be the day it was hung: it must be from the day of printing, {earliest}, to today, {latest}.',
  taken_down_range:
    '{got} cannot be the day it was taken down: it must be from the day it was hung, {earliest}, to today, {latest}.',
  changes_range: '{from} to {to} cannot be compared: the first day must be before the second.',
  approval_missing:
    'A public edition needs its approval number (审图号) and date; without one make the edition for review.',
  print_unreadable:
    'Print {id} was written by version {product} of the product; this version ({version}) cannot read its spec any more and cannot make it again.',
  template_unreadable: 'Template “{name}” was written by another version of the product and cannot be read any more.',
  register_closed:
    'Other machines are served and there are no accounts yet: the register of sheets can only be read. Use the local address (HOST=127.0.0.1) to change it.',
  sheet_not_public: 'The public edition cannot be made ({count} errors): {problems}',
  no_such_page: 'There is no page {page}: this sheet has {pages}.',
  too_many_pixels:
    'At {dpi} dots per inch the picture has {width} × {height} pixels; at most {millions} million are made. Ask for {finest} dots per inch or fewer, or take the PDF.',
  draft_sheet_not_internal:
    'Sheets under plan {plan} are made for internal use only, neither for the public nor for review.',
  sheet_batch_cancelled: 'The batch of sheets was cancelled.',
  no_sheet_made: 'None of the {count} sheets could be made, so there is no file. The first: {reason}',
  sheet_failed:
    'A fault of the program: this sheet could not be made; the others are not affected. Please tell the area, map and paper to whoever maintains it.',
  area_without_outline: '{area} has no outline and cannot be mapped.',
  atlas_papers_internal:
    'Timetable, task letters and lists of responsibilities name posts and go with internal editions only. Leave them out of public and review editions.',
  atlas_without_maps: 'An atlas needs at least one map.',
  ogc_unknown_collection:
    'There is no layer {id}. A layer is a county code of six digits, a hyphen and a name, such as 529901-segments; /ogc/collections lists them.',
  ogc_unknown_feature: 'Layer {collection} has no feature with code {id}.',
  ogc_unknown_crs: 'Got the reference system {got}, expected one of: {expected}.',
  ogc_unknown_parameter: 'Got the parameter {got}, which is no column of this layer. Columns: {expected}.',
  ogc_datetime: 'Got the date {got}, expected a date (2026-06-30), a time or an interval (2026-01-01/2026-06-30).',
  tile_absent:
    'There is no tile {z}/{x}/{y}: levels go from 0 to {most}, rows and columns are less than 2 to the power of the level.',
  unknown_base_map:
    'There is no base map {id}. Base maps are files in the folder basemaps of the data folder (.pmtiles or .mbtiles).',
  base_map_damaged:
    'The base map {file} cannot be opened: it is no sound PMTiles or MBTiles file. Please copy the file again.',
  base_map_tiles: 'The tiles of the base map {file} are neither PNG, JPEG, WebP nor vector tiles and cannot be shown.',
  import_file_empty: 'The file “{file}” is empty.',
  import_file_too_large: 'The file “{file}” has {got} MB; at most {limit} MB are taken.',
  import_file_unknown: 'The contents of “{file}” are {got}, which is not read. Expected: {expected}.',
  import_file_binary: 'The contents of “{file}” are binary data of no kind that is known. Expected: {expected}.',
  import_file_damaged:
    'The file “{file}” is damaged or incomplete and cannot be read as {format} ({where}). Please export it again.',
  import_file_cut: 'The file “{file}” is incomplete or damaged: its end is missing. Please export or send it again.',
  import_file_encrypted: 'The file “{file}” is protected by a password. Please remove it and send the file again.',
  import_file_macros: 'The file “{file}” holds macros. Please save it as a workbook without macros (XLSX).',
  import_file_calls_out:
    'The file “{file}” has a formula that calls another program or the network ({got}, sheet “{sheet}”). Please put its value in its place and send the file again.',
  import_file_nothing_in_it: 'There are no data in the file “{file}”.',
  import_archive_entries: 'The archive “{file}” holds {got} files; at most {limit} are taken.',
  import_archive_too_large:
    'The archive “{file}” would unpack to {got} MB and was not unpacked (at most {limit} MB, at a plausible ratio).',
  import_archive_path:
    'In the archive “{file}” the path “{entry}” leads outside or cannot be a name; the file was not read.',
  import_archive_link: 'In the archive “{file}” “{entry}” is a symbolic link; the file was not read.',
  import_archive_duplicate: 'The archive “{file}” holds “{entry}” twice; which one counts cannot be told.',
  import_archive_without_data:
    'The archive “{file}” holds nothing that is read ({got}). Expected: a shapefile (.shp), KML or FileGDB (.gdb); please send other formats without packing them.',
  import_xml_entities:
    'In “{file}”, “{entry}” declares a document type or entities, which may do harm; it was not read.',
  import_too_many_rows: '“{table}” in “{file}” has more than {limit} rows; no more are taken. Please divide it.',
  import_too_many_columns: '“{table}” in “{file}” has {got} columns; at most {limit} are taken.',
  import_too_many_positions:
    'The file “{file}” has some {got} positions; at most {limit} are taken. Please divide it by town.',
  import_cell_too_long: 'Row {row} of “{file}” has a cell of {got} characters; at most {limit} are taken.',
  import_quote_open: 'A quote that begins in row {row} of “{file}” is never closed; what follows cannot be divided.',
  import_shape_part_missing:
    'The shapefile “{file}” lacks its {got} and cannot be read. Please pack .shp, .dbf, .shx and .prj together.',
  import_kml_links_only:
    'There are no data in “{file}”, only network links ({got}). Links are never followed; please send KML that holds the data.',
  import_filegdb_closed: 'FileGDB such as “{file}” cannot be read here. Please save it as a GeoPackage or a shapefile.',
  import_too_slow: 'Reading “{file}” took more than {limit} s and was stopped. Please send it in several files.',
  import_cancelled: 'The import was cancelled; nothing was written.',
  import_too_many_files: '{got} files were sent at once; at most {limit} are taken.',
  county_changed:
    'This was checked against data revision {given}; the county is at revision {revision} now. Check again before writing; nothing was written.',
  county_unchanged: 'Nothing differs: no new data revision was written.',
  change_thread_lost: 'The thread that writes data ended; nothing was written. Please try again.',
  reader_name:
    'Got the role name {got}, expected small letters, digits and underscores, a letter first, and no database administrator.',
  reader_needs_server:
    'The embedded database is closed to other software, so there can be no reader. Read the layers at the address /ogc, or use a PostgreSQL server (DATABASE_URL).',
  reader_not_allowed:
    'The account of the database may not make the role {name}. Have a database administrator run this command, or grant CREATEROLE.',
  export_of_nothing:
    'Got nothing to export, expected ledgers (names or all), indicators (self, children or all) or map (one of the four).',
  export_kml_crs: 'KML holds WGS 84 longitude and latitude only. Choose degrees, or another format.',
  export_no_grid:
    'This county lies outside the three-degree zones of China and has no Gauss-Kruger grid. Choose longitude and latitude.',
  export_thread_lost: 'The program failed while it wrote the file; there is none. Try a smaller area.',
  multipart_expected: 'Files are expected as multipart/form-data.',
  upload_without_files: 'No file arrived. Choose one or several ledger files.',
  upload_broken: 'The upload ended in the middle and nothing was kept. Please send the files again.',
  unknown_import: 'There is no import {id}; one that was not written is given up after a time.',
  unknown_import_file: 'This import has no file {number}.',
  unknown_import_table: 'This import has no such table (file {file}, table {table}).',
  unknown_import_template: 'There is no such mapping template.',
  import_busy: 'Work at this import is under way. Wait for its end or cancel it first.',
  import_written:
    'This import was written and cannot be changed. To correct it, take it back or import the corrected ledger.',
  import_not_read: 'The files of this import were not read, so it cannot go on. Please send them again.',
  import_not_checked: 'This import was not checked yet. Check it first.',
  import_conflict:
    'Somebody changed this import meanwhile (you saw version {given}, it is at {version}). Read it again before changing it.',
  import_unchecked: 'Mappings or repairs changed and were not checked yet. Check first.',
  import_other_revision:
    'This was checked against data revision {given}; the county is at revision {revision} now. Check again before writing.',
  import_rows_held:
    '{count} rows still have errors. Choose a repair for each, or leave those rows out, and check again.',
  import_too_many_waiting:
    '{count} imports are being read or checked already (at most {limit}). Please try again when one of them has ended.',
  features_expected:
    'There are no points, lines or areas in the file “{file}”. A new county is loaded from GeoJSON, shapefiles or FileGDB in a ZIP, GeoPackage, KML, KMZ or GPX; workbooks and CSV come into a county that is there (--county).',
  features_crs:
    'The reference system “{got}” of “{file}” is not known. Please convert the file to CGCS2000 or WGS 84 longitude and latitude.',
  import_table_errors:
    '{count} errors are about a table as a whole, not about a row (“whole table” in the report). Choose what to do about each, or correct mapping and reference system, then check again.',
  import_no_rows: 'No table is mapped to a ledger, or the tables have no rows.',
  import_same_file: 'This very file was written before; importing it again changes nothing.',
  import_no_change: 'The file says what the county has already; there is nothing to write.',
  import_not_written: 'This import was not written, or was taken back already.',
  import_changed_since:
    'This cannot be taken back: data revision {revision} ({day}) changed the same again, for instance {code}. Take that one back first.',
  import_needed_since: 'This cannot be taken back: later data need it, for instance {where}.',
  import_interrupted: 'The server ended while the files were being read. Please send them again.',
  import_thread_lost: 'The thread that reads and checks ended; nothing was written. Please try again.',
  import_out_of_memory:
    'The files are too large: reading or checking needs more than {limit} MB of memory. Please send them in parts.',
  import_thread_slow: 'Reading or checking took longer than {limit} s and was stopped. Please send the files in parts.',
  import_failed: 'The program failed and nothing was written. Please tell the administrator the file and the time.',
  imports_closed:
    'Other machines are served and there are no accounts yet: ledgers can neither be imported nor looked at.',
  import_crs_unconfirmed:
    'The coordinates of "{file}" are taken from a shifted reference system. Look at them on the map before and after, confirm it, and check again.',
};
