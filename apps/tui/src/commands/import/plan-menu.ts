import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import {
  customers,
  type ImportPlan,
  issueGroupMessage,
  linesLabel,
  number,
  planNotes,
  planRows,
  type SharedRun,
} from '@helpcrunch-customer-kit/import';
import { fit, padCells } from '../../render/layout.ts';
import { labelCell, type ViewLine } from '../../render/view.ts';
import { accountName, emptyHint, keyNames, type PlanPlace, standsForNothing } from './import-lines.ts';
import type { Menu, MenuRow } from './menu.ts';

interface PlanFacts extends PlanPlace {
  readonly plan: ImportPlan;
  readonly account: AccountLabel;
  readonly selected: number;
  readonly shared: SharedRun | undefined;
}

/** The plan, and whether to send. Not to send comes first, so that Enter alone sends nothing. */
export function planMenu({ plan, selected, shared, ...place }: PlanFacts): Menu {
  const { account, keySource, rate } = place;
  const { issues, toCreate } = plan;
  const width = Math.max(...planRows(plan).map(([, count]) => count.length));
  const where = account.kind === 'live' ? `HelpCrunch at ${account.host}` : 'the sandbox';
  const kinds = issues.length === 1 ? '1 kind' : `${issues.length} kinds`;
  return {
    title: 'Plan',
    account: account.kind,
    lead: [
      ...planRows(plan).map(([label, count]) => row(label, count.padStart(width))),
      ...(account.kind === 'live' ? [row('Account', accountName(account))] : []),
      ...(keySource === undefined ? [] : [row('Key', keyNames[keySource])]),
      ...planNotes(plan, account.kind, rate).map((text): ViewLine => ({ text, tone: 'quiet' })),
    ],
    rows: () => [
      { text: 'Do not send' },
      {
        text: `Create ${customers(toCreate)} in ${where}${leftOut(plan)}`,
        spoken: `Create ${customers(toCreate)} in ${accountName(account)}${leftOut(plan)}`,
      },
      ...(issues.length === 0 ? [] : [{ text: `Show the problems, ${kinds}` }]),
      ...(shared ? [{ text: `Plan a new run, and leave that of ${shared.name} unfinished` }] : []),
    ],
    selected,
    risky: 1,
  };
}

function row(label: string, value: string): ViewLine {
  return { text: `${labelCell(label, 80)}${value}`, tone: 'plain' };
}

function leftOut({ totals: { invalid } }: ImportPlan): string {
  if (invalid === 0) return '';
  return `, leave out ${invalid === 1 ? '1 row with errors' : `${number(invalid)} rows with errors`}`;
}

/** The issues by kind, errors first; the whole sentence below the selected one. */
export function issueMenu({ issues }: ImportPlan): Menu {
  return {
    title: 'Problems',
    rows(width) {
      const places = issues.map((issue) =>
        issue.count === 1 ? linesLabel(issue) : `${number(issue.count)} rows`,
      );
      const [first, second] = [widest(places), Math.min(16, widest(issues.map(({ column = '' }) => column)))];
      return issues.map((issue, index): MenuRow => {
        const { severity, column = '', message } = issue;
        const isError = severity === 'error';
        const place = padCells(places[index] ?? '', first);
        const text = `${isError ? '✗' : '!'} ${place}  ${padCells(fit(column, second), second)}  ${message}`;
        return {
          text: fit(text, width),
          spoken: `${isError ? 'Problem' : 'Advice'}, ${issueGroupMessage(issue)}`,
          tone: isError ? 'error' : 'advice',
          notes: [
            { text: `In ${linesLabel(issue)}: ${message}`, tone: 'quiet' },
            ...(standsForNothing(issue) ? [{ text: emptyHint, tone: 'quiet' as const }] : []),
          ],
        };
      });
    },
    enter: 'back to the plan',
  };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
