import type { BarGroup } from './bar.ts';
import { atMost, p95AtMost } from './make-bars.ts';

export const serverSizes = [5, 20, 200] as const;

const diagnosticsLimits = { 5: 20, 20: 50, 200: 150 } as const;

export const editorBars: readonly BarGroup[] = [
  {
    part: 'server',
    title: 'The language server',
    intro:
      'Both servers in a process of their own, over standard streams, with the same list of customers open and the same letter typed into it, asked in turn. VS Code’s JSON server judges by a schema that says as much of our rules as JSON Schema can.',
    bars: [
      ...serverSizes.map((size) => {
        const limit = diagnosticsLimits[size];
        const title = `Diagnostics after an edit, ${size} KB, p95 ≤ ${limit} ms`;
        return p95AtMost(`diagnostics-${size}`, title, 'ms', limit);
      }),
      p95AtMost('completion-20', 'Completion after an edit, 20 KB, p95 ≤ 50 ms', 'ms', 50),
      atMost('server-memory-20', 'Memory of the server after 260 edits of 20 KB ≤ 80 MB', 'MB', 80),
    ],
  },
  {
    part: 'extension',
    title: 'The extension',
    intro:
      'Activation is loading the built entry and calling `activate` in a new Node, with a stand-in for the editor. The dialog is timed inside a real VS Code, in the page: from the click on the command to the question with the exact body, in a window that was just reloaded; beside it the editor’s own *About*, for which no extension is asked.',
    bars: [
      atMost('entry-size', 'Entry ≤ 20 kB', 'kB', 20),
      atMost('activate', '`activate` ≤ 10 ms', 'ms', 10),
      atMost('vsix-size', '.vsix ≤ 600 kB', 'kB', 600),
      atMost('vsix-files', '.vsix ≤ 60 files', '', 60),
      atMost('dialog', 'The question before a live create, cold, ≤ 150 ms', 'ms', 150),
    ],
  },
];
