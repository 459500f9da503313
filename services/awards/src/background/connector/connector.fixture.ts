// For tests: the service with persons whom it knows, their grants, and a connection to a SuccessFactors.
import { derivedId } from '@jiangong/contracts';
import { grantId, startWebhooks } from '../webhooks/webhooks.fixture.ts';

const PEOPLE = 'people.state.v1';
export const personOf = (name: string) => ({ type: 'person' as const, id: derivedId('connector', 'person', name) });
/** An employee number that has to be escaped. */
export const userOf = (name: string) => `YG-'${name}'/1`;

export async function startConnector(...given: Parameters<typeof startWebhooks>) {
  const s = await startWebhooks(...given);
  const [{ store }] = s.runtimes as [(typeof s.runtimes)[number]];
  const stateOf = (name: string, value?: object) => {
    const { id: key } = personOf(name);
    const body = { topic: PEOPLE, key, org: 'union', revision: value ? 1 : 2, ...(value ? { value } : {}) };
    return { table: PEOPLE, key: `union/${key}`, body };
  };
  return {
    ...s,
    know: (...names: string[]) =>
      store.write({ privateRows: names.map((name) => stateOf(name, { externalId: userOf(name), name: `张${name}` })) }),
    erase: (name: string) => store.write({ privateRows: [stateOf(name)] }),
    /** To a person of the same name. */
    honour: (name: string) => s.grant(name, { recipient: personOf(name), collective: false }),
    give: (name: string, to: string) => s.move(name, personOf(to)),
    connect: (sap: { url: string; account: object }, body: object = {}) =>
      s.register(sap.url, { form: 'successfactors', account: sap.account, ...body }),
    sending: async (webhook: string) => (await s.read(webhook)).sending,
    record: async (webhook: string, name: string) =>
      (await store.privateRow('connector-grants', `${webhook}/${grantId(name)}`)) as {
        state: string;
        revision: number;
        attempts: { status?: number; answer: string }[];
      },
  };
}
