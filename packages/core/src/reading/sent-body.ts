import { type JsonText, readJsonText } from './json-text.ts';
import { afterTrivia } from './literal-tokens.ts';
import { jsonTextOf } from './loose-text.ts';
import { readObjectLiteral } from './object-literal.ts';

/** The body of an HTTP message, or of a call of `fetch` or `axios` in which nothing is computed. */
export function sentBody(text: string): JsonText | undefined {
  const body = httpBody(text);
  if (body !== undefined) return readIfJson(body);
  for (const offset of callBodies(text)) {
    const literal = readObjectLiteral(text, afterTrivia(text, offset));
    if (!literal || literal.computed.length > 0) continue;
    const { node } = literal;
    const json = node.type === 'string' ? readIfJson(String(node.value)) : jsonTextOf(text, node);
    if (json?.value !== undefined) return json;
  }
  return undefined;
}

export function readIfJson(text: string): JsonText | undefined {
  return /^[\s\uFEFF]*(?:[[{]|\/[/*])/.test(text) ? readJsonText(text) : undefined;
}

/** Comments and variables as clients of HTTP write them, then the first line of a request or a response. */
const httpStart =
  /^(?:[ \t]*(?:(?:#|\/\/|@)[^\r\n]*)?\r?\n)*[ \t]*(?:(?:POST|PUT|PATCH)[ \t]+\S+|HTTP\/[\d.]+ \d{3})[^\r\n]*\r?\n/;

/** The body of an HTTP message, after its headers and up to the next message of a file; `undefined` for other text. */
function httpBody(text: string): string | undefined {
  const start = httpStart.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const blank = /(?:^|\n)[ \t]*\r?\n/.exec(text.slice(start));
  if (!blank) return undefined;
  const body = text.slice(start + blank.index + blank[0].length);
  const next = /^###/m.exec(body)?.index;
  return next === undefined ? body : body.slice(0, next);
}

/** More places than a call has. */
const maxBodies = 20;

/** Where the body of a call of `fetch`, `axios`, or their like may begin: a text, an object, or a list. */
function callBodies(text: string): readonly number[] {
  if (!/\b(?:fetch|axios(?:\.\w{1,20})?|ajax|send)\s*\(/.test(text)) return [];
  const places =
    /JSON\.stringify\(|\b(?:body|data)["']?\s*:|\baxios\.\w{1,20}\(\s*(?:'[^'\r\n]*'|"[^"\r\n]*"|`[^`]*`)\s*,/g;
  return [...text.matchAll(places)].slice(0, maxBodies).map(({ index, 0: found }) => index + found.length);
}
