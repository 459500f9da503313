// For tests: one round played by an organiser, checkers and entrants in any order, next to a model of what counts: amounts
// planned and verified, marks submitted, vetoes that stand, corrections. What entrants do to a round that is open is not in it.
import { type Actor, derivedId, type Mark } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { missingIn } from './assemble.ts';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { evaluateOne } from './evaluate.ts';
import {
  body,
  check,
  checker,
  deed,
  entrant,
  type entrantCommands,
  insider,
  launched,
  type Model,
  N,
  organiser,
  planOf,
  round,
  somebody,
  type tries,
} from './fairness-scene.fixture.ts';
import { type Round, roundCommand } from './round.ts';
import { inputsOf } from './seal.ts';
import { accepted, competition, entrantOf, type Planted, simulation } from './simulation.fixture.ts';
import { checks, rounds } from './views.ts';

/** @param planted a bug that the property is to find */
export const fairRound = (planted: Planted = {}) =>
  fc.asyncProperty(fc.array(deed, { maxLength: 40, size: 'max' }), async (deeds) => {
    const { command, publish, settle, row, read } = simulation(planted);
    for (let n = 0; n < N; n += 1) publish(...accepted(entrantOf(n)));
    publish(`competition/${competition}`, launched);
    await settle(() => 0);
    const model: Model[] = Array.from({ length: N }, () => ({ submitted: false }));
    const at = (n: number) => row<Check>(checks, check(n))!;
    const status = () => row<Round>(rounds, round)!.status;
    let serial = 0;
    const give = (n: number, type: Parameters<typeof checkCommand>[1], data: object, actor: Actor) =>
      command(checkCommand(check(n), type, data as never), actor) === undefined;
    const openAppeal = (n: number) => Object.values(at(n).appeals ?? {}).find((each) => each.status === 'open');

    const plansOf = (amount: number) => ({
      'set-plan': { items: { output: { plan: amount } }, reason: '调整' },
      'enter-plan': { criterion: 'output', plan: amount, reason: '调整' },
    });
    const plan = (n: number, amount: number, actor: Actor, type: 'set-plan' | 'enter-plan' = 'set-plan') => {
      if (!give(n, type, plansOf(amount)[type], actor) || model[n]!.plan === amount) return;
      const { accepted: _, corrected: __, ...rest } = model[n]!;
      model[n] = { ...rest, plan: amount };
    };
    const verify = (n: number, value: number) => {
      const items = { output: { done: value, accepted: value } };
      if (!give(n, 'verify-progress', { items }, checker('union'))) return;
      const { corrected: _, ...rest } = model[n]!;
      model[n] = { ...rest, accepted: value };
    };
    const save = (n: number, value: number) =>
      give(n, 'save-sheet', { department: 'safety', marks: { quality: { value } } }, checker('safety')) &&
      Object.assign(model[n]!, { value, submitted: false });
    const submit = (n: number) => {
      if (give(n, 'submit-sheet', { department: 'safety' }, checker('safety'))) model[n]!.submitted = true;
    };
    const correct = (n: number, marks: Record<string, Mark>, changed: Partial<Model>) => {
      // As the route does, only of a closed round.
      if (status() !== 'closed') return;
      const data = { body, reason: '更正', marks, raise: [], lift: [] };
      if (give(n, 'correct', data, organiser)) Object.assign(model[n]!, changed);
    };
    const answer = (n: number) =>
      give(n, 'answer-appeal', { appeal: openAppeal(n)?.appeal ?? 'none', answer: '核对' }, checker('safety'));
    const decide = (n: number, outcome: 'upheld' | 'dismissed', value: number) => {
      const appeal = openAppeal(n);
      if (!appeal || (outcome === 'upheld' && status() !== 'closed')) return;
      const marks = outcome === 'upheld' ? { quality: { value } } : {};
      const data = { appeal: appeal.appeal, outcome, finding: '核实', body, marks, raise: [], lift: [] };
      serial += 1;
      if (!give(n, 'decide-appeal', data, somebody(`judge-${serial}`, { roles: ['committee'] }))) return;
      const { status: becomes, decided } = at(n).appeals![appeal.appeal]!;
      expect([becomes, decided?.revision]).toEqual([outcome, at(n).sealed?.revision ?? appeal.revision]);
      if (outcome === 'upheld') model[n]!.value = value;
    };

    const scoreOf = ({ plan = 1, accepted = 0, value = 0, veto, corrected }: Model) =>
      60 * (corrected ?? accepted / plan) + (veto ? 0 : value);
    const missingIs = () =>
      model.flatMap(({ plan, accepted, submitted, corrected }, n) => [
        ...(corrected === undefined && plan === undefined ? [`${n} plan`] : []),
        ...(corrected === undefined && plan !== undefined && accepted === undefined ? [`${n} progress union`] : []),
        ...(submitted ? [] : [`${n} sheet safety`]),
      ]);
    const open = async () => {
      command(roundCommand(round, 'open', { unknown: [], panel: ['union', 'safety'] }), organiser);
      await settle(() => 0);
    };
    /** @param isBlind as if the views had not yet shown what is missing */
    const close = async (isBlind: boolean) => {
      if (status() !== 'open') return;
      const { items, count } = await missingIn(row<Round>(rounds, round)!, read);
      const named = items.map(({ entry, what, department }) => {
        const n = [0, 1].find((each) => entrantOf(each).entry === entry);
        return [n, what, ...(department ? [department] : [])].join(' ');
      });
      expect(named.sort()).toEqual(missingIs().sort());
      const refused = command(roundCommand(round, 'close', { missing: isBlind ? [] : items, count }), organiser);
      expect(refused !== undefined).toBe(!isBlind && items.length > 0);
      await settle(() => 0);
      expect(status()).toBe(items.length > 0 ? 'open' : 'closed');
    };
    const reopen = async () => {
      command(roundCommand(round, 'undo-closure', { reason: '复核' }), organiser);
      await settle(() => 0);
    };
    const complete = () => {
      for (let n = 0; n < N; n += 1) {
        if (model[n]!.plan === undefined) plan(n, 50, organiser);
        if (model[n]!.accepted === undefined) verify(n, 30);
        if (!model[n]!.submitted) save(n, 20);
        submit(n);
      }
    };
    const finish = async () => {
      await open();
      complete();
      await close(false);
    };
    /** What a check would be worth if it were sealed as it stands, or is. */
    const worth = (n: number) => {
      const { sealed, entry, vetoes, ...rest } = at(n);
      if (sealed) return sealed.result.score ?? 0;
      const inputs = inputsOf({ ...rest, entry, vetoes });
      const scored = { id: entry, group: null, inputs, vetoes: vetoes.map(({ kind }) => ({ id: kind })) };
      return evaluateOne(body, { track: 'projects', stage: 'quarter', period: 'q1' }, scored).result.score ?? 0;
    };
    type Act = (typeof entrantCommands | typeof tries)[number];
    const act = (type: Act, n: number, other: number, value: number, actor = entrant(n)) => {
      // As the route says of whoever belongs to a unit of the round.
      const competes = actor.roles.length > 1 ? { competes: true } : {};
      const appeal = { appeal: openAppeal(other)?.appeal ?? 'none' };
      const marks = { quality: { value } };
      const items = { output: { done: value, accepted: value } };
      const window = status() === 'closed' ? { window: { from: '2024-04-01', lastDay: '2024-04-30' } } : {};
      serial += 1;
      const id = derivedId('appeal', check(other), serial);
      const filing = {
        about: 'criterion',
        item: 'quality',
        reason: '有误',
        evidence: ['记录'],
        answerBy: value % 2 ? '2024-04-09' : '2024-04-03',
      };
      const data = {
        ...plansOf(planOf(value)),
        'report-progress': { items: { output: { done: value } } },
        // With an accepted value it would be a verification.
        'enter-progress': { criterion: 'output', done: value, ...(value % 2 ? { accepted: value } : {}) },
        'score-self': { marks },
        'file-appeal': { ...filing, appeal: id, ...window },
        'verify-progress': { items },
        'save-sheet': { department: 'safety', marks },
        'submit-sheet': { department: 'safety' },
        'raise-veto': { veto: id, kind: 'accident', evidence: ['记录'], ...competes },
        'answer-appeal': { ...appeal, answer: '同意' },
        'decide-appeal': {
          ...appeal,
          outcome: 'upheld',
          finding: '核实',
          body,
          marks,
          raise: [],
          lift: [],
          ...competes,
        },
      }[type];
      if ((type === 'set-plan' || type === 'enter-plan') && status() === 'made' && n === other)
        return plan(n, planOf(value), entrant(n), type);
      const all = () => [0, 1].map(worth);
      const before = all();
      give(other, type, data, actor);
      expect(all(), `${type} by ${actor.sub}`).toEqual(before);
    };

    for (const { who, does, n, other, value } of deeds)
      if (who === 'entrant') act(does, n, value % 4 === 0 ? other : n, value);
      else if (who === 'insider')
        act(does, n, does === 'decide-appeal' || does === 'raise-veto' ? other : n, value, insider(n));
      else if (does === 'verify') verify(n, value);
      else if (does === 'save') save(n, value);
      else if (does === 'submit') submit(n);
      else if (does === 'answer') answer(n);
      else if (does === 'veto') {
        serial += 1;
        const veto = derivedId('veto', check(n), serial);
        if (give(n, 'raise-veto', { veto, kind: 'accident', evidence: ['通报'] }, checker('safety')))
          model[n]!.veto = veto;
      } else if (does === 'lift') {
        const [standing] = at(n).vetoes;
        if (standing && give(n, 'lift-veto', { veto: standing.veto, reason: '误报' }, organiser)) delete model[n]!.veto;
      } else if (does === 'plan') plan(n, 50 + 50 * other, organiser);
      else if (does === 'return') {
        if (give(n, 'return-sheet', { department: 'safety', reason: '重录' }, organiser)) model[n]!.submitted = false;
      } else if (does === 'correct') correct(n, { quality: { value } }, { value });
      else if (does === 'correct work') correct(n, { output: { plan: 40, done: value } }, { corrected: value / 40 });
      else if (does === 'uphold') decide(n, 'upheld', value);
      else if (does === 'dismiss') decide(n, 'dismissed', value);
      else if (does === 'open') await open();
      else if (does === 'reopen') await reopen();
      else if (does === 'finish') await finish();
      else await close(does === 'close blindly');

    const standing = () => [0, 1].map((n) => [at(n).sealed!.revision, at(n).sealed!.digest]);
    const isAsModelled = () => {
      expect(status()).toBe('closed');
      for (const [n, each] of model.entries()) {
        expect(at(n).sealed!.result.score).toBeCloseTo(scoreOf(each), 4);
        // An appeal that was upheld has its correction.
        const revisions = [...at(n).earlier, at(n).sealed!].map(({ revision }) => revision);
        for (const { decided, revision, status } of Object.values(at(n).appeals ?? {}))
          if (decided && status === 'upheld') {
            expect(decided.revision).toBeGreaterThan(revision);
            expect(revisions).toContain(decided.revision);
          }
      }
    };
    await finish();
    isAsModelled();
    const before = standing();
    await reopen();
    await close(false);
    const { digest } = row<Round>(rounds, round)!;
    isAsModelled();
    expect(standing()).toEqual(before);
    await reopen();
    await close(true);
    expect([standing(), row<Round>(rounds, round)!.digest]).toEqual([before, digest]);
  });
