// Marks from a csv or xlsx file: good rows are kept, faulty ones are listed with what to mend.
import type { Imported } from '@jiangong/client';
import { useState } from 'react';
import { useAttempt, useImport } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';

export function ImportMarks({ round }: { round: string }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const send = useImport('/rounds/{id}/marks/import');
  const { busy, problem, attempt } = useAttempt();
  const [shown, setShown] = useState(false);
  const [outcome, setOutcome] = useState<Imported>();
  return (
    <>
      <button type="button" onClick={() => setShown(true)}>
        {say(['导入评分', 'Import marks'])}
      </button>
      {shown && (
        <Dialog title={say(['导入评分（csv、xlsx）', 'Import marks (csv, xlsx)'])} onClose={() => setShown(false)}>
          <p className="field">
            <label htmlFor="marks-file">
              {say(['列：单位编码、指标、分值、依据', 'Columns: 单位编码, 指标, 分值, 依据'])}
            </label>
            <input
              id="marks-file"
              type="file"
              accept=".csv,.xlsx"
              disabled={busy}
              onChange={({ target }) => {
                const file = target.files?.[0];
                if (file) void attempt(async () => setOutcome(await send(round, file)));
              }}
            />
          </p>
          <Problem problem={problem} />
          {outcome && (
            <div role="status">
              <p>
                {say([
                  `共 ${outcome.rows} 行，已导入 ${outcome.accepted} 行，${outcome.faultsTotal} 行有误`,
                  `${outcome.rows} rows: ${outcome.accepted} kept, ${outcome.faultsTotal} faulty`,
                ])}
              </p>
              <ul>
                {outcome.faults.map((fault) => (
                  <li key={`${fault.row}${fault.zh}`}>
                    {say([`第 ${fault.row} 行：`, `Row ${fault.row}: `])}
                    {zh ? fault.zh : fault.en}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}
