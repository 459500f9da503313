// How much a scheme asks for, in a sentence for each stage.
import { useSay } from '../app/language.ts';
import { burdenOf } from './burden.ts';
import type { Node } from './marks.ts';

/** @param tracks those that are played; all of them by default */
export function BurdenOf({ body, tracks }: { body: Node | undefined; tracks?: string[] }) {
  const say = useSay();
  const shown = burdenOf(body).filter(({ track }) => !tracks || tracks.includes(track));
  return (
    <ul className="burden">
      {shown.flatMap(({ track, label, stages }) =>
        stages.map((stage) => {
          const parts = stage.by.map(({ who, boxes }) => `${say(who)} ${boxes}`).join('、');
          return (
            <li key={`${track} ${stage.label}`}>
              <b>
                {say([
                  `${label} · ${stage.label}：每个参赛单位${stage.times > 1 ? '每期' : ''}要填 ${stage.boxes} 项`,
                  `${label} · ${stage.label}: ${stage.boxes} boxes for each entrant${stage.times > 1 ? ' each time' : ''}`,
                ])}
              </b>
              <span className="soft">
                {say([`（${parts}）`, ` (${parts})`])}
                {stage.times > 1 &&
                  say([
                    `，全年 ${stage.times} 期共 ${stage.boxes * stage.times} 项`,
                    `, ${stage.boxes * stage.times} in ${stage.times} periods`,
                  ])}
              </span>
            </li>
          );
        }),
      )}
    </ul>
  );
}
