// `prepare`: lets git run the hooks of this folder. Does nothing in CI, without git, outside a clone of this very
// workspace (a tarball, an image), or where somebody has chosen hooks of their own; and never fails an install.
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const git = (...words) => {
  try {
    return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};
const top = process.env.CI ? '' : git('rev-parse', '--show-toplevel');
const isOurs = top !== '' && realpathSync(top) === realpathSync(root);
if (isOurs && git('config', 'core.hooksPath') === '') git('config', 'core.hooksPath', '.githooks');
