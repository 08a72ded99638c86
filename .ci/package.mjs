/**
 * The package as those get it who install it: packed, installed in an empty folder with this Node.js, and run there, as
 * program and as library. npm must not warn of a package that this Node.js is too old for.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'etrati-package-'));

try {
  run(root, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? fail('npm pack made nothing');
  const consumer = join(folder, 'consumer');
  run(folder, 'mkdir', ['consumer']);
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const installed = run(consumer, 'npm', ['install', '--no-audit', '--no-fund', `../${tarball}`]);
  if (installed.includes('EBADENGINE')) fail(`a package asks for another Node.js:\n${installed}`);

  const etrati = join(consumer, 'node_modules/.bin/etrati');
  run(consumer, etrati, ['init', 'project']);
  const project = join(consumer, 'project');
  const started = run(project, etrati, ['build']);
  // Nothing but what a starter has to say: that its words are still there.
  if (!/^warning\[starter-words\][\s\S]*Found 1 warning\.\s*$/.test(started))
    fail(`a new project does not build clean:\n${started}`);
  cpSync(join(consumer, 'node_modules/etrati/data/brochure'), join(project, 'data/brochure'), { recursive: true });
  rmSync(join(project, 'data/brochure/project.json'));
  const built = run(project, etrati, ['build', '--format', 'pdf,docx,html,print']);
  if (!built.includes('No errors, no warnings.')) fail(`an example does not build clean:\n${built}`);
  const library = `
    import { createEngine } from 'etrati';
    const { outputs, diagnostics } = await createEngine({ root: 'project' }).build('data/brochure/brochure.json');
    if (outputs.length < 6 || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  `;
  run(consumer, process.execPath, ['--input-type=module', '--eval', library]);
  console.log('packed, installed and run as a stranger would');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What the program says; ends all if it fails. @param {string} cwd @param {string} program @param {string[]} args */
function run(cwd, program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) fail(`${program} ${args.join(' ')} ended with ${status}\n${error ?? ''}${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/** @param {string} message @returns {never} */
function fail(message) {
  throw new Error(message);
}
