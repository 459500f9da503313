// infra/kubernetes renders, is valid by Kubernetes' own schemas, runs every service, and sets only what is a setting.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { resources } from '@jiangong/contracts';
import { orMissing } from '@jiangong/servers';
import { need, pythonPackages } from '@jiangong/servers/toolchains';
import { configSchema } from '@jiangong/service-kit/config';
import { afterAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

interface Container {
  env: { name: string; value?: string }[];
  ports: { containerPort: number }[];
  securityContext: object;
}
interface Manifest {
  kind: string;
  metadata: { name: string; labels: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has another
  spec: any;
}
const run = promisify(execFile);
const folder = fileURLToPath(new URL('../../kubernetes', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'jiangong-kubernetes-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** `kubectl`, or `kustomize` alone, renders; Python validates. */
async function toolchain() {
  const hasKubectl = await run('kubectl', ['version', '--client']).then(
    () => true,
    () => false,
  );
  if (!hasKubectl) await need('kustomize', ['version'], 'kubectl or kustomize');
  return {
    render: hasKubectl ? ['kubectl', 'kustomize'] : ['kustomize', 'build'],
    python: await pythonPackages(join(folder, 'requirements.txt')),
  };
}
const found = await orMissing(toolchain());
if ('missing' in found) console.error(`NOT RUN: manifests of Kubernetes. 缺少 / missing: ${found.missing}`);

async function rendered(from = folder): Promise<{ text: string; manifests: Manifest[] }> {
  const [command, ...words] = (found as { render: string[] }).render;
  const { stdout: text } = await run(command!, [...words, from]);
  return { text, manifests: parseAllDocuments(text).map((document) => document.toJS() as Manifest) };
}
async function faultsOf(text: string): Promise<string> {
  const file = join(scratch, 'rendered.yaml');
  writeFileSync(file, text);
  const { python } = found as { python: string };
  const checked = run('python3', ['-m', 'kubernetes_validate', '--strict', '--quiet', file], {
    env: { ...process.env, PYTHONPATH: python },
  });
  return checked.then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );
}

describe.runIf('python' in found)('manifests of Kubernetes', () => {
  test('are valid by the published schemas, and a misspelt field is not', async () => {
    const { text } = await rendered();
    expect(await faultsOf(text)).not.toMatch(/ERROR/);
    expect(await faultsOf(text.replaceAll('readinessProbe', 'readynessProbe'))).toMatch(/ERROR[\s\S]*readynessProbe/);
  });

  test('scale by lag as well where the component is added', async () => {
    const own = join(scratch, 'own');
    mkdirSync(own);
    const [base, lag] = [folder, join(folder, 'lag')].map((path) => relative(realpathSync(own), path));
    writeFileSync(join(own, 'kustomization.yaml'), `resources: [${base}]\ncomponents: [${lag}]\n`);
    const { text, manifests } = await rendered(own);
    expect(await faultsOf(text)).not.toMatch(/ERROR/);
    for (const { kind, spec } of manifests)
      if (kind === 'HorizontalPodAutoscaler')
        expect(spec.metrics.map(({ type }: { type: string }) => type)).toEqual(['Resource', 'External']);
  });

  test('run every service of the product with settings that exist, locked down, behind a name for all its copies', async () => {
    const { manifests } = await rendered();
    const of = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);
    const names = Object.keys(resources).sort();
    for (const kind of ['Deployment', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'])
      expect([
        kind,
        of(kind)
          .map(({ metadata }) => metadata.name)
          .sort(),
      ]).toEqual([kind, names.map((name) => `${name}-copies`)]);
    for (const { metadata, spec } of of('Deployment')) {
      const component = metadata.labels['app.kubernetes.io/component'];
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      expect(spec.template.spec.securityContext).toMatchObject({ runAsNonRoot: true });
      const [container] = spec.template.spec.containers as [Container];
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.ports[0]!.containerPort).toBe(configSchema.shape.PORT.parse(undefined));
      const settings = container.env.map(({ name }) => name.replace(/_FILE$/, '')).filter((name) => name !== 'SERVICE');
      expect(Object.keys(configSchema.shape)).toEqual(expect.arrayContaining(settings));
      expect([component, settings.includes('JWKS_URL')]).toEqual([component, component !== 'console']);
    }
    const console = of('Deployment').find(({ metadata }) => metadata.name === 'console-copies')!;
    const { value } = (console.spec.template.spec.containers[0] as Container).env.find(
      ({ name }) => name === 'SERVICES',
    )!;
    const behind = names.filter((name) => name !== 'console');
    expect(configSchema.shape.SERVICES.parse(value)!.split(';').sort()).toEqual(
      behind.map((name) => `${name}=dns+http://${name}-copies:8080`),
    );
    const headless = of('Service').filter(({ spec }) => spec.clusterIP === 'None');
    expect(headless.map(({ metadata }) => metadata.name).sort()).toEqual(names.map((name) => `${name}-copies`));
  });
});
