// How lenient or strict each judge of a panel was, once the stage is closed.
import { useAnswer } from '../app/api.ts';
import { scoreText, useLanguage, useSay } from '../app/language.ts';
import { Answer } from '../parts/states.tsx';

export function Calibration({ panel, nameOf }: { panel: string; nameOf: (judge: string) => string }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const calibration = useAnswer('/judging-panels/{id}/calibration', { id: panel });
  return (
    <details>
      <summary>{say(['评委尺度', 'Calibration'])}</summary>
      <Answer of={calibration}>
        {({ judges, text }) => (
          <>
            <p className="prose">{zh ? text.zh : text.en}</p>
            <div className="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say(['评委', 'Judge'])}</th>
                    <th scope="col" className="number">
                      {say(['打分数', 'Marks'])}
                    </th>
                    <th scope="col" className="number">
                      {say(['平均', 'Mean'])}
                    </th>
                    <th scope="col" className="number">
                      {say(['偏宽（+）偏严（−）', 'Lenient (+) or strict (−)'])}
                    </th>
                    <th scope="col" className="number">
                      {say(['离散', 'Spread'])}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {judges.map(({ judge, marked, mean, offset, spread }) => (
                    <tr key={judge}>
                      <th scope="row">{nameOf(judge)}</th>
                      <td className="number">{marked}</td>
                      <td className="number">{scoreText(mean)}</td>
                      <td className="number">{scoreText(offset)}</td>
                      <td className="number">{scoreText(spread)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Answer>
    </details>
  );
}
