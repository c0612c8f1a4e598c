import { stripVTControlCharacters } from 'node:util';
import type { Random } from './random.ts';

/** Something that was shown, written or stored. */
export interface Artifact {
  readonly name: string;
  readonly text: string;
}

/** A key as programs write it, on purpose or by accident. */
export interface Variant {
  readonly name: string;
  readonly text: string;
}

/**
 * A key for one run, shaped as HelpCrunch's (328 characters: seen) or shorter. Some are hard to escape: the sandbox
 * itself does not accept those.
 */
export function makeKey(random: Random, isPlain: boolean): string {
  const length = random.pick([24, 48, 328]);
  const half = Math.floor(length / 2);
  const middle = !isPlain && random.percent(30) ? random.pick(['"', '\\', '/', '&', '%2F', "'", '+/']) : '';
  return `${random.word(half)}${middle}${random.word(length - half - middle.length)}`;
}

/** This many characters from the beginning or the end of a key are already too many. */
const pieceLength = 12;

/** The places where the key, or a piece of it, can be read, however it is written and wherever lines break. */
export function findKey(key: string, artifacts: readonly Artifact[]): string[] {
  const wanted = [
    ...variantsOf(key),
    { name: 'its beginning', text: key.slice(0, pieceLength) },
    { name: 'its end', text: key.slice(-pieceLength) },
  ];
  return artifacts.flatMap(({ name, text }) => {
    const joined = stripVTControlCharacters(text).replaceAll(/[\s│|]+/g, '');
    const found = wanted.find((variant) => text.includes(variant.text) || joined.includes(variant.text));
    return found ? [`${found.name} in ${name}`] : [];
  });
}

export function variantsOf(key: string): readonly Variant[] {
  const written: readonly (readonly [string, string])[] = [
    ['plain', key],
    ['URL-encoded', encodeURIComponent(key)],
    ['JSON-escaped', JSON.stringify(key).slice(1, -1)],
    ['JSON-escaped as PHP does it', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
    ['HTML-escaped', key.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')],
    ['HTML numeric', key.replaceAll(/[^A-Za-z]/g, (sign) => `&#${sign.charCodeAt(0)};`)],
    ['base64', base64(key)],
    ['base64 of the header', base64(`Bearer ${key}`)],
    ['base64url', Buffer.from(key).toString('base64url')],
    ['hex', Buffer.from(key).toString('hex')],
  ];
  return written
    .filter(([, text], index) => written.findIndex(([, other]) => other === text) === index)
    .map(([name, text]) => ({ name, text }));
}

/** Without padding: the last digits depend on what comes after. */
function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '');
}
