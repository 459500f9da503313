// Light or dark: as the system says, until somebody chooses.
const KEY = 'jiangong.theme';
const { dataset } = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
function show() {
  dataset.theme = localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light');
}
show();
system.addEventListener('change', show);

export function switchTheme(): void {
  localStorage.setItem(KEY, dataset.theme === 'dark' ? 'light' : 'dark');
  show();
}
