const longest = 40;

/** A value inside a sentence: quoted, on one line, cut by whole characters when it is long. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = [...new Intl.Segmenter().segment(line.slice(0, longest * 8))];
  const cut = characters.slice(0, longest).map(({ segment }) => segment);
  return characters.length > longest ? `"${cut.join('')}…"` : `"${line}"`;
}
