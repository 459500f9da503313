// Chooses the scheme that something is announced by: a published one, or a template that is published first.
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { CommandForm } from './form.tsx';
import { Answer } from './states.tsx';
import type { PublishedScheme } from './use-schemes.ts';

export function ChooseScheme({
  schemes,
  acceptUnsupported = false,
  choose,
}: {
  schemes: PublishedScheme[];
  /** Of a template whose parts have no effect in the quarterly drive. */
  acceptUnsupported?: boolean;
  choose: (scheme: string) => void;
}) {
  const say = useSay();
  const templates = useAnswer('/scheme-templates', {});
  const draft = useCommand('POST', '/schemes');
  const publish = useCommand('POST', '/schemes/{id}/publish');
  const published = schemes.map(({ scheme, title, version }) => ({
    value: scheme,
    label: say([`${title}（已发布第 ${version} 版）`, `${title} (version ${version})`]),
  }));
  return (
    <Answer of={templates}>
      {({ items }) => (
        <CommandForm
          submit={['下一步', 'Next']}
          fields={[
            {
              name: 'scheme',
              label: ['方案', 'Scheme'],
              kind: 'one',
              options: [
                ...published,
                ...items.map(({ template, title }) => ({
                  value: template,
                  label: say([`${title}（模板）`, `${title} (template)`]),
                })),
              ],
              hint: ['选模板时，先按模板发布一个方案', 'A template is published as a scheme first'],
            },
          ]}
          run={async ({ scheme }) => {
            if (schemes.some((each) => each.scheme === scheme)) return choose(scheme);
            const { id } = await draft.run({}, { template: scheme });
            await publish.run({ id }, { acceptUnsupported });
            choose(id);
          }}
        />
      )}
    </Answer>
  );
}
