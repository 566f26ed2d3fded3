// Called by `dotnet build`: node build.mjs OUTPUT. Installs what package-lock.json names when that changed, checks the types, and bundles every entry into OUTPUT.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2]);
const entries = ['desk-edit.ts', 'desk-forms.ts', 'desk-lists.ts', 'desk-translate.ts'];

const lock = join(here, '.building');
const installed = join(here, 'node_modules', '.installed');

const run = (command, ...args) =>
  new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${command} ended with ${code}.`))));
  });

// Builds of several projects may come here at once: the folder of packages is written by one at a time. A lock that was left behind gives way.
const alone = async (work) => {
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch (taken) {
      if (taken.code !== 'EEXIST') throw taken;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 300_000) rmSync(lock, { force: true });
      else await new Promise((later) => setTimeout(later, 200));
    }
  }

  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');

const install = async () => {
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', 'ci', '--no-progress', '--loglevel=error');
  writeFileSync(installed, wanted);
};

const bundle = async () => {
  const { build } = await import('esbuild');
  mkdirSync(output, { recursive: true });
  for (const old of readdirSync(output)) if (old.endsWith('.js')) rmSync(join(output, old));
  // Parts that only some pages need are files of their own, fetched when they are.
  await build({
    absWorkingDir: here,
    entryPoints: entries,
    outdir: output,
    bundle: true,
    splitting: true,
    chunkNames: 'desk-[name]-[hash]',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
};

await alone(async () => {
  await install();
  await Promise.all([run(process.execPath, join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'), bundle()]);
});
