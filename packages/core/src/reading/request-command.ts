/** The shell whose quotes and escapes a command uses: bash and its like, the Windows command prompt, or PowerShell. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/** In place of what only a shell knows, such as the value of a variable: a body with it is not certain. */
const unknownPart = '\u{10fffe}';

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
      return double.replaceAll(
        /\\(["$`\\])|(?:\$(?=[A-Za-z_{(])|`)/g,
        (_, character) => character ?? unknownPart,
      );
    case 'cmd':
      return double.replaceAll(/\\(["\\])|""/g, (_, character) => character ?? '"');
    case 'powershell':
      // `$([char]233)` is how browsers write a character that is not ASCII.
      return double.replaceAll(
        /\$\(\[char\](\d{1,5})\)|`([\s\S])|(""|\$(?=[A-Za-z_{(]))/g,
        (_, code, character, other) => {
          if (code !== undefined) return String.fromCharCode(Number(code));
          if (character !== undefined) return escapes[character] ?? character;
          return other === '""' ? '"' : unknownPart;
        },
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
const maxPromptLength = 800;

/** Blank, a comment, a Markdown fence, or a variable that is set for the command. */
const lineBefore = /^\s*(?:$|#|\/\/|::|```|(?:rem|export|set)\s|\$[\w:]+\s*[=.]|[A-Za-z_]\w*=)/i;
/** A variable whose text does not end on its line: where it begins. */
const openAssignment = /^\s*(?:export\s+)?(?:\$[\w:]+\s*=\s*|[A-Za-z_]\w*=)(?<open>@?['"])[^'"]*$/;
/** A prompt, `sudo`, `KEY=x`, `cd folder &&` and the like: anything without quotes and brackets. */
const commandLine =
  /^(?:[^'"{}]{0,500}?[\s$%>#❯➜&;(])?(?<name>curl|invoke-restmethod|invoke-webrequest|irm|iwr)(?:\.exe)?(?=\s|$)(?=.*(?:\s--?\w|https?:|[\\^`]$)|\s*$)/i;
/** What is piped into a command. */
const pipedLine = /^(?:[^'"{}]{0,500}?[\s$%>#❯➜])?(?<name>echo|printf|cat)\s/;
const comment = /^\s*(?:#|\/\/|::|rem\s)/i;
const pipe = /\|\s*curl(?:\.exe)?\s/;

/** A command that sends a request, without the prompt and the comments before it. */
interface RequestCommand {
  readonly tool: 'curl' | 'powershell';
  readonly text: string;
  readonly shell: Shell;
  /** The lines before it, which may set a variable to the body. */
  readonly before: string;
}

/** Finds a `curl` or `Invoke-RestMethod` command at the start of a text; prompts and comments before it do not count. */
export function findCommand(text: string): RequestCommand | undefined {
  let start = 0;
  for (let line = 0; line < maxLinesBefore; line += 1) {
    const end = text.indexOf('\n', start);
    const head = text
      .slice(start, Math.min(end === -1 ? text.length : end, start + maxPromptLength))
      .trimEnd();
    const command = comment.test(head) ? undefined : commandAt(text, start, head);
    if (command) return command;
    const next = openAssignment.test(head) ? afterAssignment(text, start, head) : end + 1;
    if (next <= start || !lineBefore.test(head)) return undefined;
    start = next;
  }
  return undefined;
}

function commandAt(text: string, start: number, head: string): RequestCommand | undefined {
  const before = text.slice(0, start);
  const found = commandLine.exec(head) ?? (pipe.test(text.slice(start)) ? pipedLine.exec(head) : null);
  const name = found?.groups?.['name'];
  if (!found || name === undefined) return undefined;
  const command = text.slice(start + found[0].lastIndexOf(name));
  if (/^i/i.test(name)) return { tool: 'powershell', text: command, shell: 'powershell', before };
  return { tool: 'curl', text: command, shell: shellOf(text.slice(start)), before };
}

/** Where the line ends on which the text of a variable ends; 0 where it has no end. */
function afterAssignment(text: string, start: number, head: string): number {
  const open = openAssignment.exec(head)?.groups?.['open'] ?? '';
  const from = start + head.length;
  const close = open.startsWith('@') ? `\n${open.at(1)}@` : open;
  const at = text.indexOf(close, from);
  return at === -1 ? 0 : text.indexOf('\n', at + close.length) + 1;
}

function shellOf(command: string): Shell {
  if (/^\s*PS\s|`\r?\n|'[ \t]*[[{]\s*\\"/.test(command)) return 'powershell';
  return /^\s*[A-Za-z]:\\|\s\^"|[ \t]\^\r?\n|"[ \t]*[[{]\s*""/.test(command) ? 'cmd' : 'posix';
}

/** Flags of `curl` that take no value can stand before `d`: `-sSd`. */
const bodyFlag =
  /^(?:--(?:data|data-raw|data-binary|data-ascii|json)(?:=(?<long>[\s\S]*))?|-[#0-46BGIJLMNOSRVZafgijklnpqsv]*d(?<short>[\s\S]+)?|-[Bb]ody)$/;

/**
 * The bodies of a command, as they are sent, first as its most likely shell reads it, then as the others do; then what the
 * variable is set to that is its body. A body in a file is not known.
 */
export function* commandBodies({ text, shell, before }: RequestCommand): Generator<string> {
  let isVariable = false;
  for (const one of new Set([shell, 'posix', 'cmd', 'powershell'] as const)) {
    const bodies = bodiesIn(text, one);
    isVariable ||= bodies.some((body) => variable.test(body));
    yield* bodies.filter((body) => !body.includes(unknownPart));
    // Another shell would only read the name of a variable as text.
    if (one === shell && bodies.some((body) => body.includes(unknownPart))) break;
  }
  if (isVariable) for (const [, , value = ''] of before.matchAll(assignedJson)) yield value;
}

const variable = new RegExp(`^(?:\\$|${unknownPart})\\{?\\w+\\}?$`, 'u');
/** JSON in single quotes, and in the here-string of PowerShell. */
const assignedJson = /=\s*@?(')(\s*[[{][^']*?)\1/g;

function bodiesIn(text: string, shell: Shell): string[] {
  const document = shell === 'posix' ? hereDocument(text) : undefined;
  const words = shellWords(document?.command ?? text, shell) ?? [];
  const bodies = words.flatMap((word, index) => {
    const match = bodyFlag.exec(word);
    return match ? [match.groups?.['long'] ?? match.groups?.['short'] ?? words[index + 1] ?? ''] : [];
  });
  const piped = /^(?:echo|printf)$/.test(words[0] ?? '') ? words.slice(1, words.indexOf('|')) : [];
  return [...(document ? [document.body] : []), ...bodies, ...piped];
}

/** `<<'EOF'`, the text after it, and the command without both. Variables in it count where its mark has no quotes. */
function hereDocument(text: string): { readonly command: string; readonly body: string } | undefined {
  const opening = /<<-?[ \t]*(?<quote>["']?)(?<mark>\w{1,40})\k<quote>/.exec(text);
  const bodyStart = opening ? text.indexOf('\n', opening.index) + 1 : 0;
  if (!opening || bodyStart === 0) return undefined;
  const closing = new RegExp(`^[ \\t]*${opening.groups?.['mark']}[ \\t]*\\r?$`, 'm').exec(
    text.slice(bodyStart),
  );
  if (!closing) return undefined;
  const bodyEnd = bodyStart + closing.index;
  const command = text.slice(0, opening.index) + text.slice(opening.index + opening[0].length, bodyStart);
  const body = text.slice(bodyStart, bodyEnd);
  const isKnown = opening.groups?.['quote'] !== '' || !/(?:^|[^\\])(?:\$[A-Za-z_{(]|`)/.test(body);
  return {
    command: command + text.slice(bodyEnd + closing[0].length),
    body: isKnown ? body : body + unknownPart,
  };
}
