import { outcomeMessage } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { type Finding, findingsOf } from '../problems/findings.ts';
import { placeNow } from '../problems/problem-ranges.ts';
import type { Attempt } from '../send/attempt.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { lineAndColumn, reveal } from '../source/reveal.ts';

/** Says in one sentence what came of an attempt, with the one thing to do about it; the panel says the rest. */
export async function announce(
  { outcome, account }: Attempt,
  source: CustomerSource | undefined,
  checkWhetherItExists: () => Promise<void>,
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
      if ((await vscode.window.showWarningMessage(sentence, check)) === check) await checkWhetherItExists();
      return;
    }
    case 'invalid':
    case 'rejected':
    case 'user-id-taken':
    case 'unauthorized':
    case 'rate-limited':
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

async function warn(
  sentence: string,
  finding: Finding | undefined,
  source: CustomerSource | undefined,
): Promise<void> {
  const range = finding && source && placeNow(finding, source)?.range;
  const at = range && source && (await lineAndColumn(source.uri, range.offset));
  const where = at ? ` (${at})` : '';
  const more = finding && finding.sentence !== sentence ? ` ${finding.sentence}` : '';
  const words = `${sentence}${more}${where}`;
  const show = 'Show Problem';
  const chosen = await vscode.window.showWarningMessage(words, ...(range ? [show] : []));
  if (chosen === show && range && source) await reveal(source.uri, range);
}
