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
import stringWidth from 'string-width';
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
  const [time, ...others] = planNotes(plan, account.kind, rate).map(
    (text): ViewLine => ({ text, tone: 'quiet' }),
  );
  const kinds = issues.length === 1 ? '1 kind' : `${issues.length} kinds`;
  return {
    title: 'Plan',
    account: account.kind,
    lead: [
      ...planRows(plan).map(([label, count]) =>
        row(label, `${count.padStart(width)}${label === 'Invalid' && count !== '0' ? ', left out' : ''}`),
      ),
      ...(account.kind === 'live' ? [row('Account', accountName(account))] : []),
      ...(keySource === undefined ? [] : [row('Key', keyNames[keySource])]),
      ...(time ? [time, ...others] : []),
    ],
    shortLead: [{ text: countsText(plan), tone: 'plain' }, ...others, ...(time ? [time] : [])],
    rows: (cells) => [
      { text: 'Do not send' },
      {
        text: createText(plan, account, cells),
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

/** Where the customers go is not cut: in a narrow window it takes fewer words, and the counts above say the rest. */
function createText(plan: ImportPlan, { kind, host }: AccountLabel, width: number): string {
  const [place, short] =
    kind === 'live' ? [`in HelpCrunch at ${host}`, `at ${host}`] : ['in the sandbox', 'in the sandbox'];
  const what = `Create ${customers(plan.toCreate)}`;
  const longer = [`${what} ${place}${leftOut(plan)}`, `${what} ${place}`, `${what} ${short}`];
  return longer.find((text) => stringWidth(text) <= width) ?? `Create ${number(plan.toCreate)} ${short}`;
}

/** The counts of the plan where there is no room for a row of each. */
function countsText(plan: ImportPlan): string {
  const { rows, invalid } = plan.totals;
  const counts = planRows(plan)
    .slice(0, -1)
    .filter(([, count]) => count !== '0')
    .map(([label, count]) => `${count} ${label.toLowerCase()}`);
  const leftOutNote = invalid === 0 ? '' : ' (left out)';
  return `${rows === 1 ? '1 row' : `${number(rows)} rows`}: ${counts.join(', ')}${leftOutNote}`;
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
            { text: issue.count === 1 ? message : `In ${linesLabel(issue)}: ${message}`, tone: 'quiet' },
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
