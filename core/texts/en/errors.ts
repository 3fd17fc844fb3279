import type { errors as zh } from '../zh/errors.ts';

/** Sentences for error codes (key = DomainError code). */
export const errors: Record<keyof typeof zh, string> = {
  invalid_parameter: 'The value "{got}" of parameter {field} cannot be used; expected: {expected}.',
  invalid_body: 'Field {field} of the request cannot be used ("{got}"); expected: {expected}.',
  unknown_address: 'There is no address {path}. The list of addresses is at /docs.',
  unknown_area: 'There is no area with the code {code}.',
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
};
