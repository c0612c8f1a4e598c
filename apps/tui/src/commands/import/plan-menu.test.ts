import type { ImportPlan } from '@helpcrunch-customer-kit/import';
import { expect, test } from 'vitest';
import { openDrawing } from '../../../test/draw-view.tsx';
import { drawnView } from '../../render/ink/frame.ts';
import { hidesNothing } from '../../render/view.ts';
import { type Menu, menuView, openMenu } from './menu.ts';
import { issueMenu, planMenu } from './plan-menu.ts';

const host = 'api.helpcrunch.com';
const account = { kind: 'live', label: 'live', host } as const;
const issue = {
  code: 'placeholder-text',
  severity: 'advice',
  column: 'E-mail',
  message: 'The text "n/a" usually stands for a missing value. Remove it.',
  count: 1,
  line: 5,
  lines: [5],
} as const;

const plan: ImportPlan = {
  totals: { rows: 6, created: 0, failed: 0, invalid: 2, skipped: 1, unknown: 0, pending: 3 },
  toCreate: 3,
  withoutIdentity: 0,
  issues: [issue, { ...issue, code: 'email', severity: 'error', count: 2, lines: [3, 4] }],
  sample: [],
  seconds: 2,
  stopped: undefined,
};

/** What is drawn of a menu, row by row. */
async function drawn(menu: Menu, columns: number, rows: number): Promise<string[]> {
  const size = { columns, rows };
  await using drawing = openDrawing(size);
  await drawing.draw(drawnView(menuView(menu, openMenu(menu, 0), size, 5000), size, hidesNothing));
  return drawing.screen.rows();
}

const livePlan = planMenu({
  plan,
  account,
  keySource: 'environment',
  rate: 100,
  selected: 0,
  shared: undefined,
});

test('planMenu: in 40 columns and 10 rows it names the host, what is left out, and what HelpCrunch may do', async () => {
  expect(await drawn(livePlan, 40, 10)).toEqual([
    '◆ Plan                             live',
    '│ 6 rows: 3 to create, 1 skipped, 2',
    '│ invalid (left out)',
    '│ HelpCrunch may send a customer.new',
    '│ webhook and automated messages for …',
    '│ ❯ Do not send',
    '│   Create 3 at api.helpcrunch.com',
    '│   Show the problems, 2 kinds',
    '└ Y send · Esc do not send',
  ]);
});

test.each([
  [100, 'Create 3 customers in HelpCrunch at api.helpcrunch.com, leave out 2 rows with errors'],
  [80, 'Create 3 customers in HelpCrunch at api.helpcrunch.com'],
  [46, 'Create 3 customers at api.helpcrunch.com'],
])('planMenu: in %i columns it names the host whole', async (columns, row) => {
  expect(await drawn(livePlan, columns, 24)).toContain(`│   ${row}`);
});

test('planMenu: where there is room, each count has a row of its own', async () => {
  const rows = await drawn(livePlan, 80, 24);
  expect(rows.slice(1, 8)).toEqual([
    '│ To create       3',
    '│ Skipped         1',
    '│ Invalid         2, left out',
    '│ Rows read       6',
    '│ Account         HelpCrunch at api.helpcrunch.com',
    '│ Key             from HELPCRUNCH_API_KEY',
    '│ Time: about 2 s at 100 requests a minute.',
  ]);
});

test('issueMenu: in 40 columns and 10 rows the whole advice is to be read', async () => {
  expect((await drawn(issueMenu(plan), 40, 10)).slice(3, 7)).toEqual([
    '│ The text "n/a" usually stands for a',
    '│ missing value. Remove it.',
    '│ To read such a text as an empty cell,',
    '│ name it: --empty n/a, for example.',
  ]);
});
