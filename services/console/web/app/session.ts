// Who is signed in, in every tab of the browser: the cookie holds the session, this only knows whose it is.
import { isRefused, type MeView } from '@jiangong/client';
import { useQuery } from '@tanstack/react-query';
import { client, queries } from './api.ts';

const tabs = new BroadcastChannel('jiangong.session');
tabs.onmessage = () => forget();

function forget(): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  void queries.invalidateQueries({ queryKey: ['me'] });
}

/** Null when nobody is signed in, undefined while that is not known. */
export function useMe(): { me: MeView | null | undefined; error: unknown } {
  const { data, error } = useQuery({
    queryKey: ['me'],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      try {
        return await client.get('/me', {});
      } catch (error) {
        if (isRefused(error, 'unauthenticated')) return null;
        throw error;
      }
    },
  });
  return { me: data, error };
}

/** @param oneTimeCode of whoever has a second factor */
export async function signIn(userName: string, password: string, oneTimeCode?: string): Promise<void> {
  const body = JSON.stringify({ userName, password, oneTimeCode });
  await client.send({ method: 'POST', path: '/session', body, type: 'application/json' });
  forget();
  tabs.postMessage('changed');
  await queries.fetchQuery({ queryKey: ['me'], queryFn: () => client.get('/me', {}) });
}
/** The session goes on on behalf of somebody, or as oneself again. */
export async function actFor(user: string | undefined): Promise<void> {
  const body = JSON.stringify(user === undefined ? {} : { user });
  await client.send({ method: 'POST', path: '/api/session/behalf', body, type: 'application/json' });
  forget();
  tabs.postMessage('changed');
}
/** Ends every token of the user; the page is signed out even if the server cannot be reached. */
export async function signOut(): Promise<void> {
  await client.post('/sign-out', {}, undefined).catch(() => {});
  queries.setQueryData(['me'], null);
  forget();
  tabs.postMessage('changed');
}
