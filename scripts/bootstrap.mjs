// The only plain JavaScript file: it runs before anything is installed, on whatever Node is there, and therefore uses no dependency and no
// syntax newer than ES2018. It checks the Node version, installs the dependencies when they are missing, half-installed or out of date, and
// then runs a TypeScript file of the project:
//   node scripts/bootstrap.mjs server/main.ts [arguments]
import { spawn } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const OLDEST_NODE = [20, 20];
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = path.join(ROOT, 'node_modules');
const MARKER = path.join(MODULES, '.guatu-installed');
const FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function fail(zh, en) {
  process.stderr.write(zh + '\n' + en + '\n');
  process.exit(1);
}

function checkNodeVersion() {
  const parts = process.versions.node.split('.').map(Number);
  const isOldEnough = parts[0] > OLDEST_NODE[0] || (parts[0] === OLDEST_NODE[0] && parts[1] >= OLDEST_NODE[1]);
  if (isOldEnough) return;
  const wanted = OLDEST_NODE.join('.');
  fail(
    '需要 Node.js ' +
      wanted +
      ' 或更新版本，现在是 ' +
      process.versions.node +
      '。请从 https://nodejs.org 安装后重试。',
    'Node.js ' +
      wanted +
      ' or newer is needed, this is ' +
      process.versions.node +
      '. Install it from https://nodejs.org and try again.',
  );
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (_error) {
    return null;
  }
}

// What an installation must answer to: the lockfile, and the platform that native packages were chosen for.
function describeWanted() {
  const lockfile = fs.readFileSync(path.join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  return process.platform + ' ' + process.arch + ' ' + hash;
}

function readMarker() {
  try {
    return fs.readFileSync(MARKER, 'utf8').trim();
  } catch (_error) {
    return '';
  }
}

// Every package of the lockfile stands in its folder; npm leaves out optional ones of other platforms.
function hasEveryPackage(lock) {
  return Object.keys(lock.packages).every(function (place) {
    const entry = lock.packages[place];
    if (place === '' || entry.optional || entry.devOptional || entry.peer) return true;
    const installed = readJson(path.join(ROOT, place, 'package.json'));
    return installed !== null && installed.version === entry.version;
  });
}

// npm writes its own copy of the lockfile last, so that one proves an installation made by hand.
function isInstalledByHand(lock) {
  const copy = readJson(path.join(MODULES, '.package-lock.json'));
  if (copy === null || !copy.packages) return false;
  return Object.keys(copy.packages).every(function (place) {
    const wanted = lock.packages[place];
    return wanted !== undefined && wanted.version === copy.packages[place].version;
  });
}

function writeMarker(wanted) {
  fs.writeFileSync(MARKER + '.new', wanted + '\n');
  fs.renameSync(MARKER + '.new', MARKER);
}

function isInstalled(wanted) {
  const lock = readJson(path.join(ROOT, 'package-lock.json'));
  if (lock === null) fail('package-lock.json 缺失或损坏。', 'package-lock.json is missing or damaged.');
  if (!hasEveryPackage(lock)) return false;
  if (readMarker() === wanted) return true;
  if (!isInstalledByHand(lock)) return false;
  writeMarker(wanted);
  return true;
}

function run(command, args, options, onEnd) {
  const child = spawn(command, args, Object.assign({ cwd: ROOT, stdio: 'inherit' }, options));
  const forward = function (signal) {
    child.kill(signal);
  };
  FORWARDED_SIGNALS.forEach(function (signal) {
    process.on(signal, forward);
  });
  child.on('error', function (error) {
    fail('无法运行 ' + command + '：' + error.message, command + ' cannot be run: ' + error.message);
  });
  child.on('exit', function (code, signal) {
    FORWARDED_SIGNALS.forEach(function (name) {
      process.removeListener(name, forward);
    });
    onEnd(code, signal);
  });
}

// Inside `npm run` the path of npm's own script is known, which needs no shell on any system; otherwise npm is looked up (npm.cmd on Windows
// starts only through the shell; the arguments are constants).
function runNpm(args, onEnd) {
  const script = process.env.npm_execpath || '';
  if (/npm-cli\.c?js$/.test(script)) run(process.execPath, [script].concat(args), {}, onEnd);
  else if (process.platform === 'win32') run('npm.cmd', args, { shell: true }, onEnd);
  else run('npm', args, {}, onEnd);
}

function install(wanted, onReady) {
  const startedAt = Date.now();
  process.stdout.write('安装依赖… / Installing dependencies…\n');
  runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], function (code, signal) {
    if (signal) process.exit(130);
    if (code !== 0) {
      fail(
        '依赖没有装好（npm 退出码 ' + code + '，原因见上）。请检查网络、磁盘空间和文件夹权限，再运行一次。',
        'The dependencies were not installed (npm exit code ' +
          code +
          ', reason above). Check network, disk space and folder permissions, then run this again.',
      );
    }
    writeMarker(wanted);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write('依赖已装好（' + seconds + ' 秒） / Dependencies installed (' + seconds + ' s)\n');
    onReady();
  });
}

function runScript() {
  const script = process.argv[2];
  if (!script) fail('用法：node scripts/bootstrap.mjs <文件.ts>', 'Usage: node scripts/bootstrap.mjs <file.ts>');
  const args = ['--import', 'tsx', path.join(ROOT, script)].concat(process.argv.slice(3));
  run(process.execPath, args, {}, function (code, signal) {
    // Ends the way the script ended, so that npm, shells and service managers see the same.
    if (signal) process.kill(process.pid, signal);
    else process.exit(code === null ? 1 : code);
  });
}

function main() {
  checkNodeVersion();
  const wanted = describeWanted();
  if (isInstalled(wanted)) runScript();
  else install(wanted, runScript);
}

main();
