import {
  type CustomerDraft,
  containsKeyLikeText,
  customerField,
  isCustomDataList,
  locales,
  pointerSegments,
  type TextRange,
  type VariableName,
  variables,
} from '@helpcrunch-customer-kit/core';
import { getLocation } from 'jsonc-parser';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { skipTrivia } from '../edits.ts';
import { sourceOf, toRange } from '../nodes.ts';
import type { ParsedDocument } from '../parsed-document.ts';

/** Where the person types. */
interface CompletionContext {
  readonly parsed: ParsedDocument;
  readonly names: KnownNames;
  /** Keys and indices within the customer; the last one of an unfinished key is the key so far. */
  readonly segments: readonly string[];
  readonly isKey: boolean;
  /** The text to replace: the string so far, or the bare word. */
  readonly range: TextRange;
  /** The string so far. */
  readonly written: string | undefined;
  /** The line up to the cursor. */
  readonly beforeCursor: string;
  /** So many characters before the cursor, and the braces after it that close them. */
  readonly atCursor: (length: number) => TextRange;
}

/** A completion without its range; `text` is JSON. */
interface Offer extends Omit<CompletionItem, 'textEdit'> {
  readonly text: string;
  /** Instead of the whole string or word. */
  readonly range?: TextRange;
}

type CompletionSource = (context: CompletionContext) => readonly Offer[];

/** Found by their code, their English name or their own name. */
const localeOffers: readonly Offer[] = locales.map(({ code, name, nativeName }) => ({
  label: code,
  labelDetails: { description: name },
  detail: name === nativeName ? name : `${name} (${nativeName})`,
  kind: CompletionItemKind.EnumMember,
  // Editors compare it with the text to replace, quotes included.
  filterText: `"${code} ${name} ${nativeName}"`,
  sortText: name,
  text: JSON.stringify(code),
}));

const localeSource: CompletionSource = ({ segments: [key = '', ...rest], isKey }) =>
  customerField(key)?.kind === 'locale' && rest.length === 0 && !isKey ? localeOffers : [];

const tagSource: CompletionSource = (context) => {
  const [field, , part, ...rest] = context.segments;
  const isName =
    customerField(field)?.kind === 'tags' && part === 'name' && rest.length === 0 && !context.isKey;
  return isName ? nameOffers(context, 'tags', CompletionItemKind.Value) : [];
};

/** A property of custom data, as the key of a map or in an entry of a list. */
const propertySource: CompletionSource = (context) => {
  const { parsed, segments, isKey, range } = context;
  const [field, , part] = segments;
  if (customerField(field)?.kind !== 'custom-data') return [];
  const isMapKey = segments.length === 2 && isKey;
  const isListProperty = segments.length === 3 && part === 'property' && !isKey;
  if (!isMapKey && !isListProperty) return [];
  const offers = nameOffers(context, 'properties', CompletionItemKind.Property);
  const next = parsed.text.charAt(skipTrivia(parsed.text, range.offset + range.length));
  if (isListProperty || next === ':') return offers;
  return offers.map((offer) => ({ ...offer, text: `${offer.text}: ` }));
};

/** Known names, the most frequent first; not the one that is being typed. */
function nameOffers(
  { parsed: { document }, names, written }: CompletionContext,
  kind: 'tags' | 'properties',
  itemKind: CompletionItemKind,
): Offer[] {
  return names
    .all(kind)
    .filter(
      ([name, count]) =>
        name !== written?.trim() || count > Math.min(1, names.countIn(document.uri, kind, name)),
    )
    .map(([name, count], index) => ({
      label: name,
      detail: count === 1 ? 'used once' : `used ${count} times`,
      kind: itemKind,
      filterText: JSON.stringify(name),
      sortText: String(index).padStart(4, '0'),
      text: JSON.stringify(name),
    }));
}

/** Offered where one is begun with a brace, and for an empty user ID. */
const variableSource: CompletionSource = ({ segments, isKey, written, beforeCursor, atCursor }) => {
  const [key, ...rest] = segments;
  if (isKey) return [];
  const begun = /\{\{?\s*\$?\w*$/.exec(beforeCursor)?.[0];
  const isEmptyId = key === 'userId' && rest.length === 0 && !written;
  if (begun !== undefined && written !== undefined) {
    return variableNames.map((name) => ({
      ...offerOf(name),
      text: `{{${name}}}`,
      range: atCursor(begun.length),
    }));
  }
  return isEmptyId && customerField(key)
    ? [{ ...offerOf('uuid'), filterText: '"{{uuid}}"', text: '"{{uuid}}"' }]
    : [];
};

const variableNames = Object.keys(variables) as VariableName[];

function offerOf(name: VariableName) {
  return {
    label: `{{${name}}}`,
    detail: variables[name],
    kind: CompletionItemKind.Variable,
    sortText: `~${name}`,
  };
}

const sources: readonly CompletionSource[] = [localeSource, tagSource, propertySource, variableSource];

/** The completions at an offset, beyond those of the schema. */
export function completionsAt(parsed: ParsedDocument, offset: number, names: KnownNames): CompletionItem[] {
  const context = contextAt(parsed, offset, names);
  if (!context) return [];
  const range = toRange(parsed.document, context.range);
  return sources.flatMap((source) =>
    source(context).map(({ text, range: own, ...item }) => ({
      ...item,
      textEdit: { range: own ? toRange(parsed.document, own) : range, newText: text },
    })),
  );
}

/** Works on invalid JSON, which is normal while someone types. */
function contextAt(parsed: ParsedDocument, offset: number, names: KnownNames): CompletionContext | undefined {
  const { text, root, json, customers } = parsed;
  // Without a tree the text is over the limits, which the parser may not survive.
  if (!root) return undefined;
  const customer = json.value === undefined ? undefined : customers.find(({ node }) => holds(node, offset));
  // The library scans from the start of what it gets.
  const start = customer?.node.offset ?? 0;
  const scanned = customer ? sourceOf(text, customer.node) : text;
  const { path, previousNode, isAtPropertyKey } = getLocation(scanned, offset - start);
  const depth = customer ? 0 : pointerSegments(customers[0]?.path ?? '').length;
  const isBefore = previousNode !== undefined && start + previousNode.offset < offset;
  const before = isBefore ? { ...previousNode, offset: start + previousNode.offset } : undefined;
  const isInside = before !== undefined && holds(before, offset);
  return {
    parsed,
    names,
    segments: path.slice(depth).map(String),
    isKey: isAtPropertyKey,
    range: isInside ? { offset: before.offset, length: before.length } : bareWord(text, offset),
    written: isInside && before.type === 'string' ? before.value : undefined,
    beforeCursor: text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset),
    atCursor(length) {
      const closing = /^\}{0,2}/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0;
      return { offset: offset - length, length: length + closing };
    },
  };
}

function holds(range: TextRange, offset: number): boolean {
  return range.offset <= offset && offset <= range.offset + range.length;
}

function bareWord(text: string, offset: number): TextRange {
  let start = offset;
  while (start > 0 && !' \t\r\n\v":{[,]}'.includes(text.charAt(start - 1))) start -= 1;
  return { offset: start, length: offset - start };
}

/** The tag and property names of one file, each with its number of uses. */
interface FileNames {
  readonly tags: ReadonlyMap<string, number>;
  readonly properties: ReadonlyMap<string, number>;
}

/** The tag and property names of all known files, open or in the workspace. */
interface KnownNames {
  /** Replaces the names of a file. */
  learn(uri: string, drafts: Iterable<CustomerDraft>): void;
  forget(uri: string): void;
  /** The most frequent first, with the number of uses. */
  all(kind: keyof FileNames): (readonly [name: string, count: number])[];
  /** The number of uses in one file. */
  countIn(uri: string, kind: keyof FileNames, name: string): number;
}

const maxFiles = 1000;
const maxOffered = 300;
const maxNamesPerFile = 200;
const maxNameLength = 80;

export function createKnownNames(): KnownNames {
  const files = new Map<string, FileNames>();
  return {
    learn(uri, drafts) {
      if (files.size < maxFiles || files.has(uri)) files.set(uri, namesIn(drafts));
    },
    forget: (uri) => void files.delete(uri),
    all(kind) {
      const counts = new Map<string, number>();
      for (const names of files.values()) {
        for (const [name, count] of names[kind]) counts.set(name, (counts.get(name) ?? 0) + count);
      }
      return [...counts].sort(([, one], [, other]) => other - one).slice(0, maxOffered);
    },
    countIn: (uri, kind, name) => files.get(uri)?.[kind].get(name) ?? 0,
  };
}

function namesIn(drafts: Iterable<CustomerDraft>): FileNames {
  const tags = new Map<string, number>();
  const properties = new Map<string, number>();
  for (const { tags: drafted = [], customData = {} } of drafts) {
    for (const { name } of drafted) count(tags, name);
    const keys = isCustomDataList(customData)
      ? customData.map(({ property }) => property)
      : Object.keys(customData);
    for (const property of keys) count(properties, property);
  }
  return { tags, properties };
}

/** Never a text that looks like an API key. */
function count(names: Map<string, number>, text: string | undefined): void {
  const name = text?.trim();
  if (!name || name.length > maxNameLength || containsKeyLikeText(name)) return;
  if (names.size < maxNamesPerFile || names.has(name)) names.set(name, (names.get(name) ?? 0) + 1);
}
