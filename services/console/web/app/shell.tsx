// The shell: sign-in, navigation by role, language, light and dark; and in it the place that the address names.
import type { MeView } from '@jiangong/client';
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { Guard } from '../parts/guard.tsx';
import { Problem } from '../parts/problem.tsx';
import { problemOf } from './api.ts';
import { Behalf, useWho } from './behalf.tsx';
import { setLanguage, useLanguage, useSay, useWords } from './language.ts';
import { ReplacePassword } from './password.tsx';
import { places, placesOf } from './places.ts';
import { signOut, useMe } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { switchTheme } from './theme.ts';
import { roleLabel } from './vocabulary.ts';
import type { WorkOf } from './work.ts';

const Palette = lazy(() => import('./palette.tsx'));

/** @param begin starts what works in the background for whoever is signed in, and says how to end it */
export function Shell({ works, begin }: { works: WorkOf; begin: (me: MeView) => () => void }) {
  const { me, error } = useMe();
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once per person, not per answer
  useEffect(() => (me ? begin(me) : undefined), [me?.actor.sub]);
  const say = useSay();
  return (
    <>
      <a className="skip" href="#main">
        {say(['跳到内容', 'Skip to content'])}
      </a>
      <Top me={me ?? undefined} />
      <main id="main" tabIndex={-1}>
        {me ? (
          <Places me={me} works={works} />
        ) : me === null ? (
          <SignIn />
        ) : error ? (
          <Problem problem={problemOf(error)} />
        ) : null}
      </main>
    </>
  );
}

function Top({ me }: { me: MeView | undefined }) {
  const language = useLanguage();
  const say = useSay();
  const whoOf = useWho();
  const words = useWords({
    out: ['退出', 'Sign out'],
    theme: ['明暗', 'Light / dark'],
    nav: ['导航', 'Navigation'],
  });
  return (
    <header className="top">
      <Link href="/" className="brand">
        建功
      </Link>
      {me && (
        <nav aria-label={words.nav}>
          <Navigation me={me} />
        </nav>
      )}
      <div className="who">
        {me && (
          <span
            className="person"
            title={[me.organisationName, ...me.actor.roles.map((role) => say(roleLabel(role)))].join('、')}
          >
            <b>{whoOf(me)}</b> <span className="soft">{me.organisationName}</span>
          </span>
        )}
        {me && <Behalf me={me} />}
        <button
          type="button"
          className="plain"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
        {me && <Find me={me} />}
        <button type="button" className="plain" onClick={switchTheme}>
          {words.theme}
        </button>
        {me && (
          <>
            <span className="office">
              <ReplacePassword by="/password" />
            </span>
            <button type="button" className="plain" onClick={() => void signOut()}>
              {words.out}
            </button>
          </>
        )}
      </div>
    </header>
  );
}

/** ⌘K or Ctrl K, wherever one is. */
function Find({ me }: { me: MeView }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  // From the first picture on.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      // A form that is being filled in is not covered.
      if (!document.querySelector('dialog[open]')) setShown(true);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button type="button" className="plain" aria-keyshortcuts="Control+K Meta+K" onClick={() => setShown(true)}>
        {say(['查找', 'Find'])}
      </button>
      {shown && (
        <Suspense>
          <Palette me={me} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </>
  );
}

function Navigation({ me }: { me: MeView }) {
  const say = useSay();
  const [at] = useLocation();
  const shown = placesOf(me);
  const isHere = (path: string) => (path === '/' ? at === '/' : at === path || at.startsWith(`${path}/`));
  return (
    <ul>
      {shown.map(({ path, label }) => (
        <li key={path}>
          <Link href={path} aria-current={isHere(path) ? 'page' : undefined}>
            {say(label!)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Places({ me, works }: { me: MeView; works: WorkOf }) {
  const say = useSay();
  const [at] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place starts at its top
  useEffect(() => void scrollTo(0, 0), [at]);
  return (
    <Guard key={at}>
      <Suspense fallback={<p className="quiet loading">{say(['正在读取……', 'Loading …'])}</p>}>
        <Switch>
          {places.map(({ path }) => {
            const Work = works[path];
            return (
              <Route key={path} path={path}>
                {(params) => <Work me={me} params={params as unknown as Record<string, string>} />}
              </Route>
            );
          })}
          <Route>
            <p className="quiet">
              {say(['没有这个页面。请从上方导航进入。', 'No such page; use the navigation above.'])}
            </p>
          </Route>
        </Switch>
      </Suspense>
    </Guard>
  );
}
