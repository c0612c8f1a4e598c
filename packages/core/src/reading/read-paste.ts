import type { Node } from 'jsonc-parser';
import { customerField, readOnlyFields } from '../customer/fields.ts';
import { customerPlaces } from './find-customers.ts';
import { defaultJsonLimits } from './json-limits.ts';
import type { JsonText } from './json-text.ts';
import { JsonNode } from './json-tree.ts';
import { commandBodies, findCommand } from './request-command.ts';
import { readIfJson, sentBody } from './sent-body.ts';

/** Text of another kind that holds customers, as it comes from a terminal, a browser or the documentation. */
export interface PastedCustomers {
  /**
   * `command`: `curl`, PowerShell, `fetch`, or an HTTP message with a JSON body. `response`: what HelpCrunch answers with.
   * `fence`: JSON in Markdown.
   */
  readonly kind: 'command' | 'response' | 'fence';
  /**
   * Each customer as JSON text, at least one, with something in each. Values are the text that they were written with, so
   * that digits survive; doubled keys and unknown fields stay, for validation to report them.
   */
  readonly customers: readonly string[];
}

export interface PasteOptions {
  /** One level of indentation. */
  readonly step?: string;
}

/** The headers of a command need some room besides its body. */
const maxCharacters = defaultJsonLimits.characters + 100_000;

/**
 * Finds the customers in a `curl` command (bash, the Windows command prompt, PowerShell), in a call of `fetch`, in an HTTP
 * message, in a response, or in a Markdown fence. `undefined` for all other text, also for customers that can stay as they
 * are, and for a body that only a shell or a program knows. The headers of a command, which have a key, are never part of
 * the result.
 *
 * @example
 * readPaste(`$ curl -sSd '{"name": "Ada"}' https://…`)?.customers; // ['{\n  "name": "Ada"\n}']
 */
export function readPaste(text: string, { step = '  ' }: PasteOptions = {}): PastedCustomers | undefined {
  if (text.length > maxCharacters) return undefined;
  const command = findCommand(text);
  const fenced = command ? undefined : fencedText(text);
  const plain = command ? undefined : readIfJson(fenced ?? text);
  const isPlain = plain?.value !== undefined;
  const sent = command ? bodyOf(commandBodies(command)) : isPlain ? undefined : sentBody(fenced ?? text);
  const json = isPlain ? plain : sent;
  if (!json?.tree || json.value === undefined) return undefined;
  const nodes = customersIn(json);
  const isResponse = nodes.some((node) => keysOf(node).some((key) => readOnlyFields.has(key)));
  if (!sent && fenced === undefined && !isResponse) return undefined;
  const customers = nodes
    .map((node) => requestNode(node, isResponse))
    .filter(({ children = [] }) => children.length > 0)
    .map((node) => sourceText(node, json.text, step));
  if (customers.length === 0) return undefined;
  return { kind: sent ? 'command' : isResponse ? 'response' : 'fence', customers };
}

/** What is between the lines of the only Markdown fence, whatever is around it. */
function fencedText(text: string): string | undefined {
  const [open, close, ...others] = [...text.matchAll(/^[ \t]*(?:```|~~~).*$/gm)];
  if (!open || others.length > 0) return undefined;
  const start = open.index + open[0].length;
  // The last line of the text may end with the fence.
  const end = close?.index ?? text.lastIndexOf('```');
  return end > start && /^\W*$/.test(text.slice(end).split('\n', 1)[0] ?? '')
    ? text.slice(start, end)
    : undefined;
}

/** The first body that is JSON. Windows PowerShell needs `\"` for a quote even in single quotes. */
function bodyOf(bodies: Iterable<string>): JsonText | undefined {
  for (const body of bodies) {
    const inner = body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1);
    for (const text of [body, unescapeQuotes(body), inner]) {
      const json = readIfJson(text);
      if (json?.value !== undefined) return json;
    }
  }
  return undefined;
}

/** Halves the backslashes before a quote, as Windows programs read their arguments. */
function unescapeQuotes(text: string): string {
  return text.replaceAll(/(\\{1,20})"/g, (_, marks: string) => `${marks.slice(0, marks.length >> 1)}"`);
}

function customersIn({ value, tree }: JsonText): Node[] {
  if (!tree || value === undefined) return [];
  if (tree.type === 'object' && customerPlaces(value).includes('')) return [tree];
  const list =
    tree.type === 'object' ? tree.children?.findLast((part) => keyOf(part) === 'data')?.children?.[1] : tree;
  return list?.type === 'array' ? (list.children ?? []).filter(({ type }) => type === 'object') : [];
}

/** The customer without what HelpCrunch sets, and without what says nothing: responses are full of both. */
function requestNode(customer: Node, isResponse: boolean): Node {
  const seen = new Set<string>();
  const doubled = new Set(keysOf(customer).filter((key) => seen.size === seen.add(key).size));
  const children = (customer.children ?? []).filter((property) => {
    const key = keyOf(property);
    return !readOnlyFields.has(key) && (doubled.has(key) || !isNothing(property.children?.[1]));
  });
  return { ...customer, children: isResponse ? children.map(withoutResponseParts) : children };
}

/** Of the tags and custom data in a response, only the parts of a request. */
function withoutResponseParts(property: Node): Node {
  const parts = customerField(keyOf(property))?.parts?.map(({ key }): string => key);
  const [key, list] = property.children ?? [];
  if (!parts || !key || list?.type !== 'array') return property;
  const items = (list.children ?? []).map((item) => {
    if (item.type !== 'object') return item;
    const isKept = (part: Node) => parts.includes(keyOf(part)) && part.children?.[1]?.type !== 'null';
    return { ...item, children: (item.children ?? []).filter(isKept) };
  });
  return { ...property, children: [key, { ...list, children: items }] };
}

function keysOf({ children = [] }: Node): string[] {
  return children.map(keyOf);
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

function isNothing(node: Node | undefined): boolean {
  if (!node || node.type === 'null' || (node.type === 'string' && node.value === '')) return true;
  return (node.type === 'object' || node.type === 'array') && (node.children ?? []).length === 0;
}

/** A text as it was written, where that is JSON and not another language. */
function stringText(written: string, value: unknown): string {
  try {
    if (written.startsWith('"') && JSON.parse(written) === value) return written;
  } catch {
    // Other languages have other quotes and escapes.
  }
  return JSON.stringify(value);
}

/** Writes a node with line breaks and indentation; keys and single values are the text they were written with. */
function sourceText(node: Node, text: string, step: string, indent = ''): string {
  const { type, children = [], offset, length } = node;
  const inner = indent + step;
  if (type === 'property') {
    const [key, value] = children.map((part) => sourceText(part, text, step, indent));
    return `${key}: ${value}`;
  }
  const written = text.slice(offset, offset + length);
  if (type === 'string') return node instanceof JsonNode ? written : stringText(written, node.value);
  if (type !== 'object' && type !== 'array') return written;
  const [open, close] = type === 'object' ? '{}' : '[]';
  // In code the value of a property may be undefined.
  const kept = children.filter((part) => part.type !== 'property' || part.children?.length === 2);
  if (kept.length === 0) return `${open}${close}`;
  const parts = kept.map((part) => inner + sourceText(part, text, step, inner));
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
