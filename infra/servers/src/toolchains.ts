// Examples in other languages, with what they need: fetched and built once for each state of their files, in the same cache.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, fetched, need, say } from './download.ts';

export { need };

const shortHash = (parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

/** @returns a folder for `PYTHONPATH` with the packages of a `requirements.txt` */
export async function pythonPackages(requirements: string): Promise<string> {
  await need('python3', ['-m', 'pip', '--version'], 'Python 3 with pip');
  return cached(`python-${shortHash([readFileSync(requirements)])}`, async (folder) => {
    say(`fetching the packages of ${requirements} …`);
    await fetched('python3', ['-m', 'pip', 'install', '-q', '--target', folder, '-r', requirements]);
  });
}

/** Builds a Maven project by `mvn package`. @returns its folder `target` */
export async function mavenTarget(project: string): Promise<string> {
  await need('javac', ['-version'], 'a JDK of Java 17 (javac)', /javac (1[7-9]|[2-9]\d)/);
  await need('mvn', ['-v'], 'Maven (mvn)');
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('target') && /\.(java|xml)$/.test(file))
    .sort();
  const folder = await cached(
    `java-${shortHash(files.flatMap((file) => [file, readFileSync(join(project, file))]))}`,
    async (folder) => {
      say(`building ${project} …`);
      for (const file of files) cpSync(join(project, file), join(folder, file));
      await fetched('mvn', ['-q', '-B', 'package'], folder);
    },
  );
  return join(folder, 'target');
}
