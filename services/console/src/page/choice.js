// What the reader chose to look at, kept in the address, so that a wall screen can be pointed at it.
const read = () => new URLSearchParams(location.hash.slice(1));

export const chosen = (name) => read().get(name) ?? undefined;

export function choose(name, value) {
  const choices = read();
  choices.set(name, value);
  history.replaceState(null, '', `#${choices}`);
  dispatchEvent(new Event('choice'));
}
