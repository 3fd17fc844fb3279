import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Terminal } from '#server/cli/terminal.ts';
import { createChildEnvironment } from '#server/config.ts';
import { runProgram } from './run-program.ts';

/** Something outside npm that the tests use: its Debian package, and how to see whether it is there. */
interface SystemPackage {
  readonly name: string;
  readonly isPresent: () => boolean;
}

const SYSTEM_PACKAGES: readonly SystemPackage[] = [
  { name: 'postgresql-15', isPresent: () => hasPostgresProgram('initdb') },
  { name: 'postgresql-15-postgis-3', isPresent: () => hasFile(POSTGRES_FOLDERS, ['lib/postgis-3.so', 'postgis-3.so']) },
  { name: 'postgresql-15-postgis-3-scripts', isPresent: () => hasFile(SHARE_FOLDERS, ['extension/postgis.control']) },
  { name: 'postgresql-15-pgrouting', isPresent: () => hasFile(SHARE_FOLDERS, ['extension/pgrouting.control']) },
  { name: 'chromium', isPresent: () => ['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath) },
  { name: 'poppler-utils', isPresent: () => isOnPath('pdftotext') },
  { name: 'gdal-bin', isPresent: () => isOnPath('ogrinfo') },
  { name: 'qpdf', isPresent: () => isOnPath('qpdf') },
  { name: 'fonts-noto-cjk', isPresent: () => hasFile(FONT_FOLDERS, ['NotoSansCJK-Regular.ttc']) },
];

const POSTGRES_FOLDERS = [
  '/usr/lib/postgresql/15',
  '/usr/lib/postgresql/15/lib',
  '/usr/lib64/pgsql',
  '/usr/local/lib/postgresql',
];
const SHARE_FOLDERS = ['/usr/share/postgresql/15', '/usr/share/pgsql', '/usr/local/share/postgresql'];
const FONT_FOLDERS = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/noto-cjk',
  '/usr/share/fonts/google-noto-cjk',
];

/** Cluster that Debian makes and starts when it installs PostgreSQL. */
const DEFAULT_CLUSTER = '/etc/postgresql/15/main';

/**
 * Makes sure that everything the tests use is there: on Debian as root it installs what is missing, elsewhere it names it.
 *
 * @returns false when something is still missing; the terminal has said what
 */
export async function installSystemPackages(terminal: Terminal): Promise<boolean> {
  const missing = listMissing();
  if (missing.length === 0) return true;
  const packages = missing.join(' ');
  if (!canInstall()) {
    terminal.say('test_missing', { packages });
    return false;
  }
  terminal.say('test_installing', { packages });
  const hadCluster = existsSync(DEFAULT_CLUSTER);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  await runProgram('apt-get', [...options, 'update'], environment);
  const install = ['install', '--yes', '--no-install-recommends', ...missing];
  const { code } = await runProgram('apt-get', [...options, ...install], environment);
  // The tests start a cluster of their own; the one that Debian just made for us would only keep running.
  if (!hadCluster && existsSync(DEFAULT_CLUSTER)) await runProgram('pg_dropcluster', ['--stop', '15', 'main']);
  if (code !== 0) terminal.say('test_install_failed', { packages, code });
  const stillMissing = listMissing();
  if (stillMissing.length > 0) terminal.say('test_missing', { packages: stillMissing.join(' ') });
  return stillMissing.length === 0;
}

function listMissing(): string[] {
  return SYSTEM_PACKAGES.filter((candidate) => !candidate.isPresent()).map((candidate) => candidate.name);
}

function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && isOnPath('apt-get');
}

function isOnPath(program: string): boolean {
  const folders = (createChildEnvironment({}).PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

function hasPostgresProgram(program: string): boolean {
  return existsSync(`/usr/lib/postgresql/15/bin/${program}`) || isOnPath(program);
}

function hasFile(folders: readonly string[], names: readonly string[]): boolean {
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}
