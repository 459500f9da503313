// A csv or xlsx file of rows: its template, a preview that keeps nothing, then the import; faulty rows say what to mend.
import type { Imported } from '@jiangong/client';
import { useState } from 'react';
import { type ImportPath, useAttempt, useImport } from '../app/api.ts';
import { type Label, useLanguage, useSay } from '../app/language.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

export function ImportFile({ path, id = '', label }: { path: ImportPath; id?: string; label: Label }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setShown(true)}>
        {say(label)}
      </button>
      {shown && (
        <Dialog title={say(label)} onClose={() => setShown(false)}>
          <Upload path={path} id={id} />
        </Dialog>
      )}
    </>
  );
}

function Upload({ path, id }: { path: ImportPath; id: string }) {
  const say = useSay();
  const send = useImport(path, id);
  const { busy, problem, attempt } = useAttempt();
  const [file, setFile] = useState<File>();
  const [outcome, setOutcome] = useState<Imported>();
  async function give(chosen: File, preview: boolean) {
    setOutcome(undefined);
    await attempt(async () => setOutcome(await send(chosen, preview)));
  }
  return (
    <>
      <p>
        <a className="button" download href={`/api${path.replace('{id}', id)}/template.xlsx`}>
          {say(['下载填写模板', 'Download the template'])}
        </a>
      </p>
      <p className="field">
        <label htmlFor="import-file">{say(['选择 csv 或 xlsx 文件', 'A csv or xlsx file'])}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.xlsx"
          disabled={busy}
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            setFile(chosen);
            if (chosen) void give(chosen, true);
          }}
        />
      </p>
      <Problem problem={problem} />
      {outcome && <Outcome outcome={outcome} />}
      {file && outcome?.preview && outcome.rows > outcome.faultsTotal && (
        <p className="actions">
          <button type="button" className="primary" disabled={busy} onClick={() => void give(file, false)}>
            {say(['导入', 'Import'])}
          </button>
        </p>
      )}
    </>
  );
}

function Outcome({ outcome }: { outcome: Imported }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const { rows, accepted, faults, faultsTotal, preview } = outcome;
  return (
    <div role="status">
      <p>
        {preview
          ? say([
              `预览：共 ${rows} 行，新增 ${preview.new}，修改 ${preview.changed}，不变 ${preview.same}，有误 ${faultsTotal}`,
              `Preview: ${rows} rows, ${preview.new} new, ${preview.changed} changed, ${preview.same} unchanged, ${faultsTotal} faulty`,
            ])
          : say([
              `共 ${rows} 行，已导入 ${accepted} 行，${faultsTotal} 行有误`,
              `${rows} rows: ${accepted} kept, ${faultsTotal} faulty`,
            ])}
      </p>
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
