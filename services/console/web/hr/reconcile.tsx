// What an HR system holds, as a file, compared with the honours as they stand; nothing is changed by it.
import type { Reconciliation } from '@jiangong/client';
import { useState } from 'react';
import { client, useAttempt } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { Problem } from '../parts/problem.tsx';

export function Reconcile() {
  const say = useSay();
  const { busy, problem, attempt } = useAttempt();
  const [found, setFound] = useState<Reconciliation>();
  async function compare(file: File) {
    setFound(undefined);
    await attempt(async () => {
      const answer: unknown = await client.importFile('/hr/reconciliations', file);
      setFound(answer as Reconciliation);
    });
  }
  return (
    <section className="card">
      <h2>{say(['核对', 'Reconcile'])}</h2>
      <p className="field">
        <label htmlFor="held">
          {say([
            '人力资源系统导出的文件（csv 或 xlsx，列：荣誉标识、版次、状态）',
            'What the HR system holds (csv or xlsx with the columns grant, revision, status)',
          ])}
        </label>
        <input
          id="held"
          type="file"
          accept=".csv,.xlsx"
          disabled={busy}
          onChange={({ target }) => target.files?.[0] && void compare(target.files[0])}
        />
      </p>
      <Problem problem={problem} />
      {found && <Found found={found} />}
    </section>
  );
}

function Found({ found: { held, agreeing, missing, outdated, toRevoke, unknown, faults } }: { found: Reconciliation }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const parts = [
    [['缺少', 'Missing'], missing],
    [['版次过旧', 'Outdated'], outdated],
    [['应撤销', 'To be revoked'], toRevoke],
  ] as const;
  return (
    <div role="status">
      <p>
        {say([
          `共 ${held} 条，一致 ${agreeing} 条，本系统没有 ${unknown.count} 条`,
          `${held} held, ${agreeing} agree, ${unknown.count} unknown here`,
        ])}
      </p>
      {parts.map(([label, { count, items }]) => (
        <p key={label[1]}>
          <b>
            {say(label)} {count}
          </b>{' '}
          {items.map(({ recipientName, honourName }) => `${recipientName} ${honourName}`).join('；')}
        </p>
      ))}
      <ul className="faults">
        {faults.map((fault) => (
          <li key={`${fault.row} ${fault.column} ${fault.zh}`}>
            {say([`第 ${fault.row} 行：`, `Row ${fault.row}: `])}
            {zh ? fault.zh : fault.en}
          </li>
        ))}
      </ul>
    </div>
  );
}
