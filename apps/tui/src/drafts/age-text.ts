const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

let words: Intl.RelativeTimeFormat | undefined;

/** How long ago a moment was, in the largest unit that fits; both in milliseconds since 1970. */
export function ageText(moment: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - moment) / 1000));
  const unit = units.find(([, length]) => seconds >= length);
  if (!unit) return 'just now';
  words ??= new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  return words.format(-Math.floor(seconds / unit[1]), unit[0]);
}
