import {
  type CustomerDraft,
  customerPlaces,
  type FileMemory,
  type Issue,
  type ValidatedFile,
  validateCustomerFile,
} from '@helpcrunch-customer-kit/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../document/analysis.ts';
import type { Finding } from './finding.ts';
import { findingRange } from './finding-range.ts';

/** What core found in a document, and the customers it read there. */
export interface Judged {
  /** First what concerns the file, then customer by customer. */
  readonly findings: readonly Finding[];
  readonly drafts: readonly CustomerDraft[];
}

/** Judges a document, each version once. */
export type Judge = (analysis: Analysis) => Judged;

/** `now` gives milliseconds since 1970. */
export function createJudge(now: () => number): Judge {
  const known = new WeakMap<Analysis, Judged>();
  const memories = new WeakMap<TextDocument, FileMemory>();
  return (analysis) => {
    const judged = known.get(analysis) ?? judgeNow(analysis);
    known.set(analysis, judged);
    return judged;
  };

  function judgeNow(analysis: Analysis): Judged {
    const { document, json } = analysis;
    const file = validateCustomerFile(json, { now: now() }, memories.get(document));
    memories.set(document, file.memory);
    return judgedAs(analysis, file);
  }
}

function judgedAs(analysis: Analysis, { customers, issues }: ValidatedFile): Judged {
  const ofFile = [...issues, ...listForOne(analysis)].map((issue) => place(analysis, '', issue));
  const ofCustomers = customers.flatMap((customer) =>
    customer.issues.map((issue) => place(analysis, customer.path, issue)),
  );
  return { findings: [...ofFile, ...ofCustomers], drafts: customers.map(({ draft }) => draft) };
}

function place(analysis: Analysis, customer: string, issue: Issue): Finding {
  const path = customer + issue.path;
  return { issue, customer, path, range: findingRange(analysis, issue, path) };
}

/** A file named for one customer cannot be sent while it holds a list. */
function listForOne({ json: { value }, isForOne, customers }: Analysis): Issue[] {
  if (!isForOne || value === undefined || customerPlaces(value).includes('')) return [];
  const path = Array.isArray(value) ? '' : '/data';
  return [{ code: 'list-of-customers', severity: 'error', path, count: customers.length }];
}
