import {
  isJsonObject,
  isWithin,
  type JsonPointer,
  type JsonValue,
  pointerSegments,
} from '../customer/json.ts';
import { maxIssues } from '../rules/issue-collector.ts';
import { limitIssue } from './json-limits.ts';
import { type JsonNode, type ParsedJson, parseJson } from './json-tree.ts';
import { changeBetween } from './text-change.ts';

/** An earlier version of a text, without errors. */
export interface EarlierJson extends Pick<ParsedJson, 'root' | 'value' | 'issues'> {
  readonly text: string;
}

/** The list that most edits of a large text are in. */
interface ItemList {
  readonly node: JsonNode;
  readonly items: JsonNode[];
  readonly path: JsonPointer;
  readonly values: readonly JsonValue[];
}

/**
 * Reads a text again where it differs from an earlier version, if that is within one object of its outermost list: the
 * value itself, or `data` of a page. Everything else is taken from the earlier version, whose tree becomes the new one.
 * `undefined` when the whole text has to be read; the earlier version stays as it is then.
 */
export function rereadItem(
  { text, root, value, issues }: EarlierJson,
  source: string,
  maxDepth: number,
): Omit<ParsedJson, 'errors'> | undefined {
  // After an undo, for example.
  if (source === text && value !== undefined) return { root, value, issues };
  const list = root && outermostList(root, value);
  if (!list) return undefined;
  const change = changeBetween(text, source);
  const index = itemBefore(list.items, change.offset);
  const item = list.items[index];
  const growth = change.text.length - change.length;
  const isInside =
    item?.type === 'object' &&
    change.offset > item.offset &&
    change.offset + change.length < item.offset + item.length;
  if (!isInside) return undefined;
  const part = parsePart(source, { offset: item.offset, length: item.length + growth }, maxDepth, list.path);
  if (!part?.root || part.value === undefined) return undefined;

  const path = `${list.path}/${index}`;
  const [before, after] = splitIssues(issues, list, path);
  if (before.length + part.issues.length + after.length >= maxIssues) return undefined;
  part.root.origin.offset = item.offset;
  part.root.parent = list.node;
  list.items[index] = part.root;
  for (const later of list.items.slice(index + 1)) later.origin.offset += growth;
  for (let around: JsonNode | undefined = list.node; around; around = around.parent) around.length += growth;
  if (list.node !== root) moveLaterFields(root, list.node, growth);
  const values = list.values.with(index, part.value);
  return {
    root,
    value: Array.isArray(value) ? values : { ...(value as object), data: values },
    issues: [...before, ...part.issues.map((issue) => ({ ...issue, path: path + issue.path })), ...after],
  };
}

function outermostList(root: JsonNode, value: JsonValue | undefined): ItemList | undefined {
  if (Array.isArray(value)) return { node: root, items: root.children ?? [], path: '', values: value };
  if (value === undefined || !isJsonObject(value) || !Array.isArray(value['data'])) return undefined;
  // A key that is used twice has places that no path can tell apart.
  if (Object.keys(value).length !== root.children?.length) return undefined;
  const node = root.children.find(({ children: [key] = [] }) => key?.value === 'data')?.children?.[1];
  return node && { node, items: node.children ?? [], path: '/data', values: value['data'] };
}

/** The index of the last item that begins before an offset; -1 when none does. */
function itemBefore(items: readonly JsonNode[], offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** One object and nothing else; `undefined` when the range has something else by now. */
function parsePart(
  source: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  maxDepth: number,
  listPath: JsonPointer,
): ParsedJson | undefined {
  // Copied: a slice, and every string in its tree, would keep the whole text of this version in memory.
  const text = ` ${source.slice(offset, offset + length)}`.slice(1);
  if (limitIssue(text, { depth: maxDepth - pointerSegments(listPath).length - 1 })) return undefined;
  const part = parseJson(text, { movesItems: false });
  return part.errors.length === 0 && part.root?.length === length ? part : undefined;
}

/** The issues in the order of the text, without those of the item at a path. */
function splitIssues(issues: ParsedJson['issues'], list: ItemList, itemPath: JsonPointer) {
  const fields = (list.node.parent?.parent?.children ?? []).map(({ children: [key] = [] }) => key?.value);
  const rank = (path: JsonPointer): readonly number[] => {
    const segments = pointerSegments(path);
    return list.path === ''
      ? [Number(segments[0])]
      : [fields.indexOf(segments[0]), isWithin(path, list.path) ? Number(segments[1]) : 0];
  };
  const [field = 0, index = 0] = rank(itemPath);
  const isBefore = ({ path }: { readonly path: JsonPointer }) => {
    const [otherField = 0, otherIndex = 0] = rank(path);
    return otherField < field || (otherField === field && otherIndex < index);
  };
  const others = issues.filter(({ path }) => !isWithin(path, itemPath));
  return [others.filter(isBefore), others.filter((issue) => !isBefore(issue))] as const;
}

/** Moves the fields of a page after its list. */
function moveLaterFields(root: JsonNode, list: JsonNode, growth: number): void {
  const fields = root.children ?? [];
  for (const field of fields.slice(fields.findIndex(({ children }) => children?.[1] === list) + 1)) {
    move(field);
  }

  function move(node: JsonNode): void {
    if (node.origin !== root.origin) node.origin.offset += growth;
    else {
      node.start += growth;
      for (const child of node.children ?? []) move(child);
    }
  }
}
