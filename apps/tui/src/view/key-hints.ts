/** What the footer says of a key, by what it does. */
const hints = {
  next: 'Enter next',
  skip: 'Enter skip',
  add: 'Enter add',
  choose: 'Enter choose',
  move: '↑↓ move',
  back: 'Esc back',
  leave: 'Esc leave',
  quit: 'Ctrl+C quit',
  stop: 'Ctrl+C stop',
} as const;

export type KeyHint = keyof typeof hints;

/** A footer: three hints at the most, so that it stays short. */
export function keyHints(...names: readonly KeyHint[]): string {
  return names
    .slice(0, 3)
    .map((name) => hints[name])
    .join(' · ');
}
