import { outcomeMessage } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { findDocument } from '../editor/find-document.ts';
import { sendAfterWaitLabel } from '../panel/panel-view.ts';
import { type Finding, findingsOf } from '../problems/findings.ts';
import { placeNow } from '../problems/problem-ranges.ts';
import type { Attempt } from '../send/attempt.ts';
import type { RunEntry } from '../send/run.ts';
import { severalWords } from '../send/several-words.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { lineAndColumn, reveal } from '../source/reveal.ts';

/** What an announcement offers to do. */
export interface WhatNext {
  check(): Promise<void>;
  sendAfterWait(): Promise<void>;
}

/** Says in one sentence what came of an attempt, with the one thing to do about it; the panel says the rest. */
export async function announce(
  { outcome, account }: Attempt,
  source: CustomerSource | undefined,
  then: WhatNext,
): Promise<void> {
  const { sentence } = outcomeMessage(outcome, account.kind, 'editor');
  switch (outcome.outcome) {
    case 'created':
    case 'dry-run':
    case 'cancelled':
      vscode.window.setStatusBarMessage(sentence, 10_000);
      return;
    case 'unknown': {
      const check = 'Check Whether It Exists';
      if ((await vscode.window.showWarningMessage(sentence, check)) === check) await then.check();
      return;
    }
    case 'rate-limited': {
      if ((await vscode.window.showWarningMessage(sentence, sendAfterWaitLabel)) === sendAfterWaitLabel) {
        await then.sendAfterWait();
      }
      return;
    }
    case 'invalid':
    case 'rejected':
    case 'user-id-taken':
    case 'unauthorized':
    case 'not-sent': {
      const finding = findingsOf(outcome).find(({ severity }) => severity === 'error');
      await warn(sentence, finding, source);
      return;
    }
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

/** Says in one notification what came of several customers; the panel has each of them. */
export function announceSeveral(entries: readonly RunEntry[]): void {
  const words = severalWords(entries);
  const isAll = entries.every(({ attempt }) => attempt?.outcome.customerExists === 'yes');
  if (isAll) vscode.window.setStatusBarMessage(words, 10_000);
  else void vscode.window.showWarningMessage(words);
}

async function warn(
  sentence: string,
  finding: Finding | undefined,
  source: CustomerSource | undefined,
): Promise<void> {
  const text = source && (await findDocument(source.uri))?.getText();
  const range = finding && source && text !== undefined ? placeNow(finding, source, text)?.range : undefined;
  const at = range && source && (await lineAndColumn(source.uri, range.offset));
  const where = at ? ` (${at})` : '';
  const more = finding && finding.sentence !== sentence ? ` ${finding.sentence}` : '';
  const words = `${sentence}${more}${where}`;
  const show = 'Show Problem';
  const chosen = await vscode.window.showWarningMessage(words, ...(range ? [show] : []));
  if (chosen === show && range && source) await reveal(source.uri, range);
}
