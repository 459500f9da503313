// Light or dark: as the system says, until somebody chooses.
const KEY = 'jiangong.theme';
const stored = localStorage.getItem(KEY);
if (stored) document.documentElement.dataset.theme = stored;

export function switchTheme(): void {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = isDark ? 'light' : 'dark';
  localStorage.setItem(KEY, root.dataset.theme);
}
