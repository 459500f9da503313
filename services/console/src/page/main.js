// The page: signs in, shows the board, and keeps it fresh every few seconds while somebody can see it.
import { Problem, session, signIn, signOut } from './api.js';
import { board } from './board.js';
import { en, h, quiet, replace } from './dom.js';
import { forgetAll, load } from './load.js';
import { problemBox } from './section.js';
import { role } from './words.js';

const EVERY = 5_000;
const at = (id) => document.getElementById(id);
const sections = at('sections');
const form = at('sign-in');

/** What is on the screen, as text: the same answer again changes nothing. */
let shown = '';
let timer = 0;
/** Counts sign-ins and choices, so that an answer that was overtaken is dropped. */
let turn = 0;
let failures = 0;

function showSignIn(problem) {
  turn += 1;
  clearTimeout(timer);
  session.clear();
  forgetAll();
  shown = '';
  replace(sections);
  sections.hidden = true;
  at('who').hidden = true;
  at('freshness').textContent = '';
  replace(at('sign-in-problem'), problem ? problemBox(problem) : []);
  form.hidden = false;
  document.title = '建功 Jiangong';
  at('user-name').focus();
}

function showWho({ name, organisationName, actor }) {
  const names = actor.roles.map((each) => role(each)[0]).join('、');
  const english = actor.roles.map((each) => role(each)[1]).join(', ');
  replace(
    at('who'),
    h(
      'span',
      { class: 'person' },
      name ? h('b', {}, name) : '已登录',
      organisationName ? h('span', {}, ' ', organisationName) : '',
      ' ',
      h('span', { class: 'roles' }, names, ' ', en(english)),
    ),
    h('button', { type: 'button', class: 'link', id: 'sign-out', click: leave }, '退出 ', en('Sign out')),
  );
  at('who').hidden = false;
}

function leave() {
  // Its token is read before the page forgets it.
  void signOut();
  showSignIn();
}

function showBoard() {
  form.hidden = true;
  sections.hidden = false;
  showWho(session.get());
  replace(sections, quiet('正在读取……', 'Loading …'));
  sections.setAttribute('aria-busy', 'true');
  refresh();
}

async function refresh() {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  try {
    const data = await load();
    if (mine !== turn) return;
    failures = 0;
    const text = JSON.stringify(data) + location.hash;
    if (text !== shown) replace(sections, ...board(data));
    shown = text;
    document.title = data.about?.competition.data ? `${data.about.competition.data.name} · 建功` : '建功 Jiangong';
    tell(false);
  } catch (error) {
    if (mine !== turn) return;
    if (!(error instanceof Problem)) throw error;
    if (error.details.status === 401) return showSignIn(expired);
    failures += 1;
    if (shown === '') replace(sections, problemBox(error.details));
    tell(error.details);
  } finally {
    sections.removeAttribute('aria-busy');
    if (mine === turn && session.get()) plan();
  }
}
const expired = {
  title: '登录已过期',
  titleEn: 'Signed out',
  detail: '请重新登录。',
  detailEn: 'Please sign in again.',
};

/** After a failure it asks less and less often, at most every minute; while nobody looks, not at all. */
function plan() {
  if (!document.hidden) timer = setTimeout(refresh, Math.min(60_000, EVERY * 2 ** Math.min(failures, 4)));
}

function tell(problem) {
  const time = new Date().toLocaleTimeString('zh-CN', { hour12: false });
  const [zh, english] = problem
    ? [`${problem.title}，以下为此前内容`, 'not up to date']
    : [`更新于 ${time}`, 'up to date'];
  at('freshness').classList.toggle('stale', Boolean(problem));
  replace(at('freshness'), `${zh} `, en(english));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  replace(at('sign-in-problem'));
  try {
    await signIn(form.elements.userName.value.trim(), form.elements.password.value);
    form.reset();
    showBoard();
    at('board').focus();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    replace(at('sign-in-problem'), problemBox(error.details));
    at('password').select();
  } finally {
    button.disabled = false;
  }
});
addEventListener('choice', () => refresh());
addEventListener('hashchange', () => refresh());
document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (!document.hidden && session.get()) refresh();
});

if (session.get()) showBoard();
else showSignIn();
