/** The shell whose quotes and escapes a command uses: bash and its like, the Windows command prompt, or PowerShell. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/**
 * One piece of a word: quoted, escaped, or plain; or what is between words. A line end can be escaped. Each pattern has
 * one way to match a text, since a command can have megabytes.
 */
const pieces: Readonly<Record<Shell, RegExp>> = {
  posix:
    /'(?<single>[^']*)'|\$'(?<ansi>[^'\\]*(?:\\[\s\S][^'\\]*)*)'|"(?<double>[^"\\]*(?:\\[\s\S][^"\\]*)*)"|(?<lineEnd>[\\^`]\r?\n)|\\(?<escaped>[\s\S])|(?<blank>\s+)|(?<plain>[^'"\s\\$^`]+|[$^`])/y,
  cmd: /"(?<double>[^"\\]*(?:(?:\\[\s\S]|"")[^"\\]*)*)"|(?<blank>\s+)|(?<plain>[^"\s]+)/y,
  powershell:
    /'(?<single>[^']*(?:''[^']*)*)'|"(?<double>[^"`]*(?:(?:`[\s\S]|"")[^"`]*)*)"|(?<lineEnd>`\r?\n)|`(?<escaped>[\s\S])|(?<blank>\s+)|(?<plain>[^'"\s`]+)/y,
};

/** The words of a command as its shell reads them; `undefined` when a quote is left open. Takes linear time. */
export function shellWords(command: string, shell: Shell = 'posix'): string[] | undefined {
  const text = shell === 'cmd' ? withoutCarets(command) : command;
  const piece = pieces[shell];
  const words: string[] = [];
  let word: string | undefined;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const groups = piece.exec(text)?.groups;
    if (!groups) return undefined;
    const part = textOf(groups, shell);
    if (part !== undefined) word = (word ?? '') + part;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

function textOf(groups: Record<string, string | undefined>, shell: Shell): string | undefined {
  const { single, ansi, double, escaped, plain } = groups;
  if (single !== undefined) return shell === 'powershell' ? single.replaceAll("''", "'") : single;
  if (ansi !== undefined) return unescaped(ansi);
  if (double === undefined) return escaped ?? plain;
  switch (shell) {
    case 'posix':
      return double.replaceAll(/\\(["$`\\])/g, '$1');
    case 'cmd':
      return double.replaceAll(/\\(["\\])|""/g, (_, character) => character ?? '"');
    case 'powershell':
      // `$([char]233)` is how browsers write a character that is not ASCII.
      return double
        .replaceAll(/\$\(\[char\](\d{1,5})\)/g, (_, code) => String.fromCharCode(Number(code)))
        .replaceAll(/`([\s\S])|""/g, (_, character) =>
          character === undefined ? '"' : (escapes[character] ?? character),
        );
    default: {
      const unreachable: never = shell;
      return unreachable;
    }
  }
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

/** What the command prompt passes on: `^"` is `"`, and a caret before a line end joins two lines. */
function withoutCarets(command: string): string {
  return command.replaceAll(/\^(?:\r?\n(\r?\n)?|([\s\S]))/g, (_, lineEnd, character) => {
    if (character !== undefined) return character;
    // Browsers write a line end within a text as a caret and two of them.
    return lineEnd === undefined ? ' ' : '\n';
  });
}
