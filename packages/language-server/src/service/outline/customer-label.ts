import type { Node } from 'jsonc-parser';
import { partOf, textOf } from '../document/node-at.ts';

/** What a customer is called in an outline: the first of name, e-mail and userId, else its number in the file. */
export function customerLabel(
  customer: Node,
  index: number,
): { readonly name: string; readonly detail: string } {
  const texts = ['name', 'email', 'userId'].flatMap((key) => oneLine(partOf(customer, key)) ?? []);
  const [name = `Customer ${index + 1}`, detail = ''] = texts;
  return { name, detail };
}

function oneLine(node: Node | undefined): string | undefined {
  const text = textOf(node) ?? (node?.type === 'number' ? String(node.value) : '');
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, 80) || undefined;
}
