// A worker's suggestion: made by a workshop's link, taken up and tried by a studio, adopted as an output, which gets its proof.
import { outputAnswer, suggestionAnswer } from '@jiangong/contracts';
import { allianceOf, type Cast, studioOf } from './cast.ts';
import type { Person } from './person.ts';
import { proofOf } from './proof.ts';
import { adopted, link, suggestion, takenUp } from './seed/suggestion.ts';

/** The commands from the link to the accepted output. */
export const suggestionSteps = 9;

const find = async (organiser: Person) =>
  (await organiser.all(suggestionAnswer, '/suggestions')).find(({ title }) => title === suggestion.title);

const opened = { parse: (value: unknown) => value as { address?: string } };
/** A link is shown once: where that answer was lost, another is made. */
async function openLink(organiser: Person): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const { address } = await organiser.postFor(opened, `demo/suggestion/link/${attempt}`, '/suggestion-links', link);
    if (address) return address.slice(address.indexOf('/public/'));
  }
}

export async function suggest(cast: Cast) {
  const [organiser, chair, studio] = await Promise.all([cast.industry(), cast.as('chanye.chair'), cast.as(takenUp.by)]);
  const made = (await find(organiser))?.suggestion;
  const id = made ?? (await cast.visitor.post('demo/suggestion', await openLink(organiser), suggestion));
  const key = 'demo/suggestion';
  const at = `/suggestions/${id}`;
  await studio.post(`${key}/take-up`, `${at}/take-up`, { studio: studioOf(organiser, takenUp.studio) });
  await studio.post(`${key}/try`, `${at}/try`, { note: takenUp.note });
  const { alliance, on, ...decision } = adopted;
  // The organiser's word is of the day on which it was resolved, so another person accepts what becomes of it.
  const body = { alliance: allianceOf(organiser, alliance), ...decision };
  await organiser.post(`${key}/adopt`, `${at}/adopt?on=${on}`, body);
  const { output } = await organiser.get(suggestionAnswer, at);
  const draft = `/outputs/${output}`;
  await studio.until('成果草稿已生成 / the output is drafted', outputAnswer, draft, () => true);
  const proof = proofOf('试用记录.pdf', ['试用记录（演示）', suggestion.title, takenUp.note]);
  const file = await studio.upload(`${key}/file`, '/files/output', proof);
  await studio.post(`${key}/amend`, `${draft}/amend`, { files: [file] });
  await studio.post(`${key}/submit`, `${draft}/submit`);
  await chair.post(`${key}/accept`, `${draft}/accept`);
  const isAccepted = ({ status }: { status: string }) => status === 'accepted';
  await organiser.until('建议成果已认可 / the output is accepted', outputAnswer, draft, isAccepted);
}

/** What became of suggestions, by natural keys alone. */
export async function suggestionsOf(cast: Cast) {
  const organiser = await cast.industry();
  const all = await organiser.all(suggestionAnswer, '/suggestions');
  return all.map(({ title, status, label, studioName, note, reason }) => ({
    ...{ title, status, label, studioName, note, reason },
  }));
}
