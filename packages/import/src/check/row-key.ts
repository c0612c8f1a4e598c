import type { CreateCustomerPayload } from '@helpcrunch-customer-kit/core';
import { cellText } from '../mapping/profile.ts';
import { countUserColumns } from '../table/header.ts';
import type { Row, Table, TableFormat } from '../table/table.ts';
import { HashIndex } from './hash-index.ts';

/** A hash of text as lowercase hex digits, 128 bits or more; SHA-256, for example. */
export type Hash = (text: string) => string;

/**
 * What identifies a row through edits of the file around it: the hash of its cells, and how many equal rows stand above
 * it. It leaves out the mapping and the columns that our result files add.
 */
export interface RowKey {
  readonly hash: string;
  /** 0 for the first row with these cells. */
  readonly occurrence: number;
  /** The name of its customer, where nothing but this says that a row of another kind of file has the same one. */
  readonly customer?: string | undefined;
}

/**
 * Hashes the cells of rows: of a table by their place, of JSON by their key. Empty cells at the end say nothing, and
 * neither do keys that only other objects have: a file with more or fewer rows has the same hashes.
 */
export function rowHasher(
  {
    header,
    format: { kind },
  }: { readonly header: Table['header']; readonly format: Pick<Table['format'], 'kind'> },
  hash: Hash,
): (row: Row) => string {
  const count = countUserColumns(header);
  const places = [...header.keys()].slice(0, count);
  if (kind === 'csv') {
    return ({ cells }) => {
      const texts = places.map((place) => cellText(cells[place]).trim());
      while (texts.at(-1) === '') texts.pop();
      return hash(JSON.stringify(texts));
    };
  }
  const byName = places.toSorted((one, other) => ((header[one] ?? '') < (header[other] ?? '') ? -1 : 1));
  return ({ cells }) => {
    const named = byName.map((place) => [header[place], cellText(cells[place]).trim()]);
    return hash(JSON.stringify(named.filter(([, text]) => text !== '')));
  };
}

/**
 * Names customers without user ID and email by what they are, whatever file they come from: HelpCrunch takes each of them
 * again and again. The cells of a row stay what it is known by. They hold when another column is mapped, and say apart what
 * a file says apart; a table and JSON have different ones for the same customer.
 */
export class CustomerNames {
  readonly #kind: TableFormat['kind'];
  readonly #hash: Hash;
  readonly #counts = new HashIndex(Uint32Array);

  constructor(kind: TableFormat['kind'], hash: Hash) {
    this.#kind = kind;
    this.#hash = hash;
  }

  /** `undefined` for a customer that HelpCrunch, or a search, knows by itself. */
  nameOf(request: CreateCustomerPayload): string | undefined {
    if (request.userId !== undefined || request.email !== undefined) return undefined;
    const hash = this.#hash(JSON.stringify(request, inOrder));
    const count = (this.#counts.get(shortHash(hash)) ?? 0) + 1;
    this.#counts.set(shortHash(hash), count);
    return `${this.#kind}-${hash}-${count}`;
  }
}

/** The name of the same customer in the other kind of file. */
export function otherName(customer: string): string {
  return customer.startsWith('csv') ? customer.replace('csv', 'json') : customer.replace('json', 'csv');
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Hashes are compared by 52 of their bits, which fit into a number. */
export function shortHash(hash: string): number {
  return Number.parseInt(hash.slice(0, 13), 16);
}

export function rowKeyText({ hash, occurrence }: RowKey): string {
  return `${hash}-${occurrence}`;
}

/** A key as `rowKeyText` writes it. */
export function readRowKey(text: string): RowKey {
  const [hash = '', occurrence = '0'] = text.split('-');
  return { hash, occurrence: Number(occurrence) };
}
