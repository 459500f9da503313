// Signing in: what is wrong is said beside the form, and what was typed stays.
import { type FormEvent, useState } from 'react';
import { Problem } from '../parts/problem.tsx';
import { useAttempt } from './api.ts';
import { useWords } from './language.ts';
import { ReplacePassword } from './password.tsx';
import { SetSecondFactor } from './second-factor.tsx';
import { signIn } from './session.ts';

export function SignIn() {
  const { busy, problem, attempt } = useAttempt();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [takesCode, setTakesCode] = useState(false);
  const words = useWords({
    title: ['登录', 'Sign in'],
    lead: ['登录后办理本单位的竞赛、联盟与表彰。', 'Competitions, alliances and awards of your union.'],
    user: ['用户名', 'User name'],
    password: ['密码', 'Password'],
    code: ['动态口令或恢复代码', 'One-time or recovery code'],
  });
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void attempt(() => signIn(userName.trim(), password, takesCode ? code : undefined));
  }
  const needsCode = problem?.type === '/problems/second-factor-needed';
  if (needsCode && !takesCode) setTakesCode(true);
  return (
    <div className="sign-in card">
      <form onSubmit={onSubmit}>
        <h1>{words.title}</h1>
        <p className="soft">{words.lead}</p>
        <p className="field">
          <label htmlFor="user-name">{words.user}</label>
          <input
            id="user-name"
            name="userName"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={200}
            value={userName}
            onChange={({ target }) => setUserName(target.value)}
          />
        </p>
        <p className="field">
          <label htmlFor="password">{words.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </p>
        {takesCode && (
          <p className="field">
            <label htmlFor="one-time-code">{words.code}</label>
            <input
              id="one-time-code"
              name="oneTimeCode"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              required
              maxLength={40}
              ref={(input) => input?.focus()}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          </p>
        )}
        <Problem problem={problem} />
        <p className="actions">
          <button type="submit" className="primary" disabled={busy}>
            {words.title}
          </button>
        </p>
      </form>
      <p className="actions">
        <ReplacePassword by="/password-reset" />
        <ReplacePassword by="/password" />
        <SetSecondFactor />
      </p>
    </div>
  );
}
