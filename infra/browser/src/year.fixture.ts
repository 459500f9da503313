// The demonstration year, played in memory as far as a chapter; whoever comes then goes on through the page.
import { install, passwordOf, playUnseen, unseen } from '@jiangong/demo/fixture';

class Reached extends Error {}

/** @param chapter its Chinese title */
export async function yearUntil(chapter: string) {
  const { url, admin, running } = await install();
  const progress = {
    ...unseen,
    chapter([zh]: readonly [zh: string, en: string]) {
      if (zh === chapter) throw new Reached();
    },
  };
  await playUnseen({ url, admin, progress }).catch((error) => {
    if (!(error instanceof Reached)) throw error;
  });
  const credentialsOf = (userName: string) =>
    userName === admin.userName ? admin : { userName, password: passwordOf(userName, admin.password) };
  return { url, admin, credentialsOf, stop: () => running.stop() };
}
