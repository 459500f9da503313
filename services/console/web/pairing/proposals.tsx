// Proposals of a run, heaviest first: y accepts, n drops, arrows move; each says why both sides fit.
import type { ProposalAnswer } from '@jiangong/client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useAttempt, useCommand, useItems } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { formLabel, proposalLabel } from '../app/vocabulary.ts';
import { Problem } from '../parts/problem.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Many } from './many.tsx';

export function Proposals({ pairing, decides }: { pairing: string; decides: boolean }) {
  const say = useSay();
  const proposals = useItems('/pairings/{id}/proposals', { id: pairing });
  const accept = useCommand('POST', '/pairings/{id}/proposals/{number}/accept');
  const drop = useCommand('POST', '/pairings/{id}/proposals/{number}/drop');
  const reopen = useCommand('POST', '/pairings/{id}/proposals/{number}/reopen');
  const { busy, problem, attempt } = useAttempt();
  const [shown, setShown] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  const decide = (act: typeof accept, number: number) =>
    void attempt(() => act.run({ id: pairing, number }, undefined));
  function onKeyDown(event: KeyboardEvent, { number, decision }: ProposalAnswer) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.pair') ?? [])];
    const at = lines.indexOf(event.currentTarget as HTMLElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      lines[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (decides && !busy && decision === 'open') {
      if (event.key === 'y') decide(accept, number);
      if (event.key === 'n') decide(drop, number);
    }
  }
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['配对建议', 'Proposals'])}</h2>
        {decides && (
          <span className="soft">{say(['键盘：↑↓ 移动，y 接受，n 放弃', 'Keys: ↑↓ move, y accepts, n drops'])}</span>
        )}
      </div>
      {decides && <Many pairing={pairing} />}
      <Problem problem={problem} />
      <Answer of={proposals}>
        {(items) =>
          items.length === 0 ? (
            <Empty say={['没有可行的配对。', 'No possible pair.']} />
          ) : (
            <ul className="rows" ref={list}>
              {[...items]
                .sort((a, b) => b.weight - a.weight)
                .map((proposal) => (
                  <li key={proposal.number} className="row">
                    <button
                      type="button"
                      className="plain pair"
                      aria-expanded={shown === proposal.number}
                      onClick={() => setShown(shown === proposal.number ? undefined : proposal.number)}
                      onKeyDown={(event) => onKeyDown(event, proposal)}
                    >
                      {proposal.names.join(' ＋ ')}
                    </button>
                    <span className="soft">
                      {proposal.weight.toLocaleString('zh-CN')}
                      {proposal.form && ` · ${say(formLabel(proposal.form))}`}
                    </span>
                    {proposal.decision !== 'open' || !decides ? (
                      <span className="actions end">
                        <span className={`tag ${proposal.decision === 'accepted' ? 'good' : 'wait'}`}>
                          {say(proposalLabel(proposal.decision))}
                        </span>
                        {decides && proposal.decision !== 'open' && !proposal.alliance && (
                          <button type="button" disabled={busy} onClick={() => decide(reopen, proposal.number)}>
                            {say(['收回决定', 'Take back'])}
                          </button>
                        )}
                      </span>
                    ) : (
                      <span className="actions end">
                        <button type="button" disabled={busy} onClick={() => decide(accept, proposal.number)}>
                          {say(['接受', 'Accept'])}
                        </button>
                        <button type="button" disabled={busy} onClick={() => decide(drop, proposal.number)}>
                          {say(['放弃', 'Drop'])}
                        </button>
                      </span>
                    )}
                    {shown === proposal.number && <Reasons proposal={proposal} />}
                  </li>
                ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function Reasons({ proposal }: { proposal: ProposalAnswer }) {
  const zh = useLanguage() === 'zh';
  return (
    <ul className="reasons">
      {proposal.reasons.map((reason) => (
        <li key={reason.part + reason.zh}>
          {zh ? reason.zh : reason.en} <b>{reason.points}</b>
        </li>
      ))}
    </ul>
  );
}
