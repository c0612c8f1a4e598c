import { type Figure, ours } from './results.ts';
import type { Summary } from './statistics.ts';

export type Unit = 'ms' | 'bytes' | 'kB' | 'MB' | '';

/** The other program of the benchmark, for budgets that are a ratio. */
export const bareNode = 'bare Node';

/** What has to hold for the kit's own figure, or for its ratio to another program. */
export type Limit =
  | { readonly kind: 'at-most'; readonly value: number; readonly stretch?: number }
  | { readonly kind: 'exactly'; readonly value: number }
  | { readonly kind: 'ratio-at-most'; readonly value: number; readonly peer: string };

/** One row of a table. */
export interface Budget {
  /** The figure's id in the results. */
  readonly figure: string;
  readonly title: string;
  readonly unit: Unit;
  /** Which number of many measurements is shown and compared. */
  readonly statistic: 'median' | 'p95';
  readonly limits: readonly Limit[];
}

/** Budgets that are measured together, by one part of the benchmark. */
export interface BudgetGroup {
  readonly part: string;
  readonly title: string;
  readonly intro: string;
  readonly budgets: readonly Budget[];
}

export type Verdict = 'met' | 'stretch' | 'missed' | 'not measured';

export function verdictOf(budget: Budget, figure: Figure | undefined): Verdict {
  const summary = figure?.measured[ours];
  if (figure === undefined || summary === undefined) return 'not measured';
  const value = summary[budget.statistic];
  if (!budget.limits.every((limit) => holds(limit, value, figure.ratios))) return 'missed';
  const isStretched = budget.limits.some(
    (limit) => limit.kind === 'at-most' && value <= (limit.stretch ?? -1),
  );
  return isStretched ? 'stretch' : 'met';
}

function holds(limit: Limit, value: number, ratios: Readonly<Record<string, Summary>>): boolean {
  switch (limit.kind) {
    case 'at-most':
      return value <= limit.value;
    case 'exactly':
      return value === limit.value;
    case 'ratio-at-most': {
      const ratio = ratios[limit.peer];
      return ratio !== undefined && ratio.median <= limit.value;
    }
    default: {
      const unreachable: never = limit;
      return unreachable;
    }
  }
}

function atMost(figure: string, title: string, unit: Unit, value: number, stretch?: number): Budget {
  const limit = { kind: 'at-most', value, ...(stretch === undefined ? {} : { stretch }) } as const;
  return { figure, title, unit, statistic: 'median', limits: [limit] };
}

function p95AtMost(figure: string, title: string, unit: Unit, value: number, stretch?: number): Budget {
  return { ...atMost(figure, title, unit, value, stretch), statistic: 'p95' };
}

function exactly(figure: string, title: string, value: number): Budget {
  return { figure, title, unit: '', statistic: 'p95', limits: [{ kind: 'exactly', value }] };
}

const nodeRatio = (value: number): Limit => ({ kind: 'ratio-at-most', value, peer: bareNode });

function peerAtMost(figure: string, title: string, peer: string, value: number): Budget {
  return {
    figure,
    title: `${title} ≤ ${value}× ${peer}`,
    unit: 'ms',
    statistic: 'median',
    limits: [{ kind: 'ratio-at-most', value, peer }],
  };
}

const firstFrame = 'First interactive frame ≤ 250 ms (stretch 170) and ≤ 7× bare Node';
const help = '`--help`, from start to end, ≤ 2.5× bare Node';

export const serverSizes = [5, 20, 200] as const;
const diagnosticsMs = { 5: 5, 20: 10, 200: 40 } as const;

/** Every table of the page, in order. */
export const budgetGroups: readonly BudgetGroup[] = [
  {
    part: 'start',
    title: 'The wizard starts',
    intro:
      'From the start of the process to what it writes into a pseudo-terminal. *Bare Node* writes a prompt and echoes what is typed. The first interactive frame is the first that takes keys.',
    budgets: [
      atMost('first-byte', 'First visible byte ≤ 100 ms (stretch 50)', 'ms', 100, 50),
      {
        ...atMost('first-frame', firstFrame, 'ms', 250),
        limits: [{ kind: 'at-most', value: 250, stretch: 170 }, nodeRatio(7)],
      },
      { figure: 'help', title: help, unit: 'ms', statistic: 'median', limits: [nodeRatio(2.5)] },
    ],
  },
  {
    part: 'keys',
    title: 'A key in the wizard',
    intro: 'A name is typed letter by letter, and erased. A frame is a synchronized update of the terminal.',
    budgets: [
      p95AtMost('key-latency', 'Key to first byte, p95 ≤ 16 ms (stretch 8)', 'ms', 16, 8),
      atMost('key-bytes', 'Bytes a key ≤ 150 (stretch 80)', 'bytes', 150, 80),
      exactly('key-frames', 'Exactly 1 frame a key', 1),
      exactly('idle-bytes', '0 bytes in 5 idle seconds', 0),
    ],
  },
  {
    part: 'terminal',
    title: 'The wizard and its terminal',
    intro:
      'Memory is the peak of the process, from the first field to a customer in the sandbox. Copies are counted by a terminal emulator that reflows, dragged from 100 columns to 40 and back.',
    budgets: [
      atMost('paste', '100 kB pasted, until its end is shown, ≤ 300 ms', 'ms', 300),
      exactly('paste-submits', 'Answers that the paste submits: 0', 0),
      atMost('memory', 'Peak memory ≤ 110 MB (stretch 90)', 'MB', 110, 90),
      exactly('copies', '1 copy of the form after any resize', 1),
      exactly('history-lines', 'Earlier answers are still shown, once', 1),
      exactly('color-codes', '0 color codes under `NO_COLOR`', 0),
    ],
  },
  {
    part: 'tests',
    title: 'What the wizard’s tests try in full',
    intro: 'How many of them fail.',
    budgets: [
      exactly('chunk-splits', 'The same keys in 10,000 random cuts give the same state', 0),
      exactly('terminal-restored', 'The terminal is restored after every kind of exit', 0),
    ],
  },
  {
    part: 'size',
    title: 'Size',
    intro:
      'An install of the wizard is its bundle, the optional keychain package and its binary. The .vsix is what VS Code downloads.',
    budgets: [
      atMost('bundle-size', 'Bundle of the wizard ≤ 1,000 kB', 'kB', 1000),
      atMost('install-packages', 'Packages to install for the wizard ≤ 3', '', 3),
      atMost('entry-size', 'Entry of the extension ≤ 20 kB', 'kB', 20),
      atMost('vsix-size', '.vsix ≤ 600 kB', 'kB', 600),
      atMost('vsix-files', '.vsix ≤ 60 files', '', 60),
    ],
  },
  {
    part: 'server',
    title: 'The language server',
    intro:
      'In a process of its own, over standard streams, with a list of customers open and a letter typed into it.',
    budgets: [
      ...serverSizes.map((size) =>
        p95AtMost(
          `diagnostics-${size}`,
          `Diagnostics after an edit, ${size} KB, p95 ≤ ${diagnosticsMs[size]} ms`,
          'ms',
          diagnosticsMs[size],
        ),
      ),
      p95AtMost('completion-20', 'Completion after an edit, 20 KB, p95 ≤ 10 ms', 'ms', 10),
      atMost('server-memory-20', 'Memory of the server after 260 edits of 20 KB ≤ 80 MB', 'MB', 80),
      atMost('server-memory-200', 'The same for 200 KB ≤ 100 MB', 'MB', 100),
    ],
  },
  {
    part: 'agents',
    title: 'The MCP server',
    intro:
      'In a process of its own, over standard streams: from its start to the answer to `initialize`, then a plan of ten customers that are created in the sandbox.',
    budgets: [
      atMost('agent-first-answer', 'First answer ≤ 300 ms', 'ms', 300),
      atMost('agent-memory', 'Memory after ten creates ≤ 90 MB', 'MB', 90),
      atMost('agent-bundle', 'Bundle ≤ 1,500 kB', 'kB', 1500),
    ],
  },
  {
    part: 'core',
    title: 'What every app does with a customer',
    intro:
      'Customers with all 13 fields, and no issue, beside libraries that do a part of it. The schemas of zod, valibot and ajv check types and formats alone; a parser or `fetch` decides nothing about a customer.',
    budgets: [
      peerAtMost('validate-values', 'Reading and validating 1,000 values', 'zod', 5),
      peerAtMost('validate-texts', 'The same from JSON text', 'parseTree', 3),
      peerAtMost('import-check', 'Checking an import of 10,000 rows', 'csv-parse', 6),
      peerAtMost('create', '20 creates over loopback', 'fetch', 1.4),
    ],
  },
  {
    part: 'import',
    title: 'A run of an import',
    intro:
      'From a file to customers of a server on loopback that nothing paces; each row is on disk before it is sent. `fetch` sends the same bodies, one after another, and remembers nothing. At the usual pace, 200 rows take 2 minutes. Memory is the peak of a process of its own.',
    budgets: [
      atMost('import-run', '200 rows without pacing ≤ 2,000 ms', 'ms', 2000),
      {
        figure: 'import-run-memory',
        title: 'Memory for 5,000 rows ≤ 1.1× that for 1,000 rows',
        unit: 'MB',
        statistic: 'median',
        limits: [{ kind: 'ratio-at-most', value: 1.1, peer: '1,000 rows' }],
      },
    ],
  },
  {
    part: 'extension',
    title: 'The extension',
    intro:
      'Activation is loading the built entry and calling `activate` in a new Node, with a stand-in for the editor. The question is timed inside a real VS Code: from the click on the command to the question with the exact body, in a window that was just reloaded.',
    budgets: [
      atMost('activate', '`activate` ≤ 10 ms', 'ms', 10),
      atMost('dialog', 'The question before a live create, cold, ≤ 150 ms', 'ms', 150),
    ],
  },
];
