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

/** Lines before a command that are looked at. */
const maxLinesBefore = 50;
/** No command has its name further to the right. */
const maxPromptLength = 300;

/** Blank, a comment, a Markdown fence, or a variable that is set for the command. */
const lineBefore = /^\s*(?:$|#|\/\/|::|```|(?:rem|export|set)\s|\$[\w:]+\s*[=.]|[A-Za-z_]\w*=)/i;
const prompt = String.raw`(?:\([\w .-]{1,40}\)\s+)?(?:(?:PS\s+)?[A-Za-z]:\\[^>]*>|(?:PS)?[^\s'"{}]*[$%>❯➜])?`;
const commandLine = new RegExp(
  String.raw`^\s*${prompt}\s*(?<name>curl|invoke-restmethod|invoke-webrequest|irm|iwr)(?:\.exe)?(?:\s|$)`,
  'i',
);

/** A command that sends a request, without the prompt and the comments before it. */
interface RequestCommand {
  readonly text: string;
  readonly shell: Shell;
}

/** Finds a `curl` or `Invoke-RestMethod` command at the start of a text; prompts and comments before it do not count. */
export function findCommand(text: string): RequestCommand | undefined {
  let start = 0;
  for (let line = 0; line < maxLinesBefore; line += 1) {
    const end = text.indexOf('\n', start);
    const head = text
      .slice(start, Math.min(end === -1 ? text.length : end, start + maxPromptLength))
      .trimEnd();
    const found = commandLine.exec(head);
    if (found) {
      const name = found.groups?.['name'] ?? '';
      const offset = found[0].lastIndexOf(name);
      return { text: text.slice(start + offset), shell: shellOf(text.slice(start), name) };
    }
    if (end === -1 || !lineBefore.test(head)) return undefined;
    start = end + 1;
  }
  return undefined;
}

function shellOf(command: string, name: string): Shell {
  if (!/^curl$/i.test(name) || /^\s*PS\s|`\r?\n|'[ \t]*[[{]\s*\\"/.test(command)) return 'powershell';
  return /^\s*[A-Za-z]:\\|\s\^"|[ \t]\^\r?\n|"[ \t]*[[{]\s*""/.test(command) ? 'cmd' : 'posix';
}

/** Flags of `curl` that take no value can stand before `d`: `-sSd`. */
const bodyFlag =
  /^(?:--(?:data|data-raw|data-binary|data-ascii|json)(?:=(?<long>[\s\S]*))?|-[#0-46BGIJLMNOSRVZafgijklnpqsv]*d(?<short>[\s\S]+)?|-[Bb]ody)$/;

/**
 * The bodies of a command, as they are sent, first as its most likely shell reads it, then as the others do. A body in a
 * file is not known.
 */
export function* commandBodies({ text, shell }: RequestCommand): Generator<string> {
  for (const one of new Set([shell, 'posix', 'cmd', 'powershell'] as const)) yield* bodiesIn(text, one);
}

function bodiesIn(text: string, shell: Shell): string[] {
  const document = shell === 'posix' ? hereDocument(text) : undefined;
  const words = shellWords(document?.command ?? text, shell) ?? [];
  const bodies = words.flatMap((word, index) => {
    const match = bodyFlag.exec(word);
    return match ? [match.groups?.['long'] ?? match.groups?.['short'] ?? words[index + 1] ?? ''] : [];
  });
  return document ? [document.body, ...bodies] : bodies;
}

/** `<<'EOF'`, the text after it, and the command without both. */
function hereDocument(text: string): { readonly command: string; readonly body: string } | undefined {
  const opening = /<<-?[ \t]*(["']?)(?<mark>\w{1,40})\1/.exec(text);
  const bodyStart = opening ? text.indexOf('\n', opening.index) + 1 : 0;
  if (!opening || bodyStart === 0) return undefined;
  const closing = new RegExp(`^[ \\t]*${opening.groups?.['mark']}[ \\t]*\\r?$`, 'm').exec(
    text.slice(bodyStart),
  );
  if (!closing) return undefined;
  const bodyEnd = bodyStart + closing.index;
  const command = text.slice(0, opening.index) + text.slice(opening.index + opening[0].length, bodyStart);
  return { command: command + text.slice(bodyEnd + closing[0].length), body: text.slice(bodyStart, bodyEnd) };
}

/** Comments and variables as clients of HTTP write them, then the first line of a request or a response. */
const httpStart =
  /^(?:[ \t]*(?:(?:#|\/\/|@)[^\r\n]*)?\r?\n)*[ \t]*(?:(?:POST|PUT|PATCH)[ \t]+\S+|HTTP\/[\d.]+ \d{3})[^\r\n]*\r?\n/;

/** The body of an HTTP message, after its headers and up to the next message of a file; `undefined` for other text. */
export function httpBody(text: string): string | undefined {
  const start = httpStart.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const blank = /^[ \t]*\r?\n/m.exec(text.slice(start));
  if (!blank) return undefined;
  const body = text.slice(start + blank.index + blank[0].length);
  const next = /^###/m.exec(body)?.index;
  return next === undefined ? body : body.slice(0, next);
}

/** More places than a call has. */
const maxBodies = 20;

/** Where the body of a call of `fetch` or `axios` may begin: a text, an object, or a list. */
export function callBodies(text: string): readonly number[] {
  if (!/\b(?:fetch|axios(?:\.\w{1,20})?)\s*\(/.test(text)) return [];
  const places =
    /JSON\.stringify\(|\b(?:body|data)["']?\s*:|\baxios\.\w{1,20}\(\s*(?:'[^'\r\n]*'|"[^"\r\n]*"|`[^`]*`)\s*,/g;
  return [...text.matchAll(places)].slice(0, maxBodies).map(({ index, 0: found }) => index + found.length);
}
