/** One piece of a word: quoted in one of three ways, escaped, or plain. Line ends may be hidden by `\\`, `^` or a back-tick. */
const piece =
  /'(?<single>[^']*)'|\$'(?<ansi>(?:[^'\\]|\\[\s\S])*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|(?<hidden>[\\^`]\r?\n)|\\(?<escaped>[\s\S])|(?<blank>\s+)|(?<plain>[^'"\s\\])/y;

/** The words of a command as a POSIX shell reads them; `undefined` when a quote is left open. */
export function shellWords(command: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  piece.lastIndex = 0;
  while (piece.lastIndex < command.length) {
    const groups = piece.exec(command)?.groups;
    if (!groups) return undefined;
    const { single, ansi, double, escaped, plain } = groups;
    const text =
      single ?? (ansi && unescaped(ansi)) ?? double?.replaceAll(/\\(["$`\\])/g, '$1') ?? escaped ?? plain;
    if (text !== undefined) word = (word ?? '') + text;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The inside of `$'…'`, which browsers write when a body holds single quotes. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi, (_, unicode, byte, letter) =>
    letter === undefined
      ? String.fromCharCode(Number.parseInt(unicode ?? byte, 16))
      : (escapes[letter] ?? letter),
  );
}
