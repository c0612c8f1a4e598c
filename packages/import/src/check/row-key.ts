import { cellText } from '../mapping/profile.ts';
import { countUserColumns } from '../table/header.ts';
import type { Row, Table } from '../table/table.ts';

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
}

/** Hashes the cells of rows. */
export function rowHasher({ header }: Pick<Table, 'header'>, hash: Hash): (row: Row) => string {
  const count = countUserColumns(header);
  return ({ cells }) =>
    hash(JSON.stringify(Array.from({ length: count }, (_, index) => cellText(cells[index]).trim())));
}

/** Hashes are compared by 52 of their bits, which fit into a number. */
export function shortHash(hash: string): number {
  return Number.parseInt(hash.slice(0, 13), 16);
}

export function rowKeyText({ hash, occurrence }: RowKey): string {
  return `${hash}-${occurrence}`;
}
