import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * A key shaped as HelpCrunch's: 328 characters of base64 (seen by secret scanners). The same seed gives the same key.
 */
export function makeApiKey(seed: number, length = 328): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return alphabet.charAt((state >>> 0) % alphabet.length);
  }).join('');
}

/** So many characters of a key in a row are too many; of a shorter key it takes all of them. */
const maxRun = 16;

/** Ways to read a text: as it is, and with one kind of escape undone. */
const readings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'JSON-escaped': (text) =>
    text
      .replaceAll(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll(/\\+[nrt]/g, ' ')
      .replaceAll('\\', ''),
  'URL-encoded': (text) =>
    text.replaceAll(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  'HTML-escaped': (text) =>
    text
      .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
};

/**
 * How a text shows a key, or 16 characters of it in a row, wherever lines break and whatever spaces them out; `undefined`
 * when it does not. Shares nothing with the redactor that it checks.
 */
export function findKey(key: string, text: string): string | undefined {
  const bare = joined(key);
  const length = Math.min(maxRun, bare.length);
  const runs = new Set(
    Array.from({ length: bare.length - length + 1 }, (_, at) => bare.slice(at, at + length)),
  );
  for (const [name, read] of Object.entries(readings)) {
    const shown = joined(read(stripVTControlCharacters(text)));
    for (let at = 0; at + length <= shown.length; at += 1) {
      if (runs.has(shown.slice(at, at + length))) return `${name}, ${length} characters`;
    }
  }
  const encoded = [Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64').replace(/=+$/, '')];
  return encoded.some((each) => text.includes(each)) ? 'encoded' : undefined;
}

/** Without what a terminal or a list puts between characters; quotes of a key itself go with it. */
function joined(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}"'\\,│┃|]+/gu, '');
}

/** Everything below a folder: the name of each file and what is in it. */
export function filesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), 'utf8')}`)
    .join('\n');
}

/** A keychain in memory, for tests: `hosts` is all that it keeps. */
export function memoryKeychain(hosts = new Map<string, string>()) {
  return {
    read: async (host: string) => hosts.get(host),
    write: async (host: string, key: string) => {
      hosts.set(host, key);
    },
    remove: async (host: string) => hosts.delete(host),
  };
}
