import { mappingFileOf } from '@helpcrunch-customer-kit/import';
import type { Arguments } from '../../command-line/arguments.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import { type CommandContext, reportingCommand } from '../reporting-command.ts';
import { importFlags } from './import-flags.ts';
import { readImportOptions } from './import-options.ts';

/** Creates the customers of a file, each exactly once. */
export const importCommand = reportingCommand({
  name: 'import',
  actions: [
    {
      name: 'run',
      isDefault: true,
      operand: 'FILE',
      summary: 'Create the customers of a CSV, TSV, JSON Lines, or JSON file.',
    },
    { name: 'list', summary: 'List the runs to this account, the newest first.' },
    { name: 'show', operand: 'RUN', summary: 'Show what came of a run.' },
    { name: 'undo', operand: 'RUN', summary: 'Delete the customers that a run created.' },
  ],
  flags: importFlags,
  outcomes: [
    'invalid',
    'needs-confirmation',
    'unauthorized',
    'blocked',
    'cancelled',
    'completed',
    'planned',
    'paused',
    'listed',
    'shown',
    'not-found',
  ],
  properties: {
    run: { type: ['string', 'null'], description: 'The name of the run; null when nothing was sent.' },
    account: { type: ['object', 'null'] },
    totals: {
      type: 'object',
      description: 'rows = created + failed + invalid + skipped + unknown + pending.',
    },
    problems: { type: 'array', items: { type: 'object' } },
    mapping: { type: 'object', description: 'Fields by header.' },
    sample: { type: 'array', description: 'The first five customers as they would be sent.' },
    files: { type: 'object', description: 'Paths of the result files.' },
    durationSeconds: { type: 'number' },
    runs: { type: 'array', items: { type: 'object' } },
  },
  run,
});

async function run(args: Arguments, context: CommandContext): Promise<CommandEnd> {
  if (args.action === 'undo') {
    const { undoImport } = await import('./undo/undo.ts');
    return undoImport(args, { ...context, argv: writtenArguments(args) });
  }
  if (args.action !== 'run') {
    const { listRuns, showRun } = await import('./list-runs.ts');
    return args.action === 'list' ? listRuns(context) : showRun(args.operands[0] ?? '', context);
  }
  const [path = ''] = args.operands;
  const mappingPath = mappingFileOf(path);
  const reading = readImportOptions(args, mappingPath);
  if (!reading.ok) return { outcome: 'invalid', issues: [errorIssue('usage', reading.message)] };
  const { runImportCommand } = await import('./run-import-command.ts');
  return runImportCommand(reading.options, { ...context, mappingPath, argv: writtenArguments(args) });
}

/** The command line again, to be shown as a command that goes on. */
function writtenArguments({ action, operands, values }: Arguments): readonly string[] {
  const flags = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (Array.isArray(value)) return value.map((each) => `--${name}=${String(each)}`);
    return [value === true ? `--${name}` : `--${name}=${String(value)}`];
  });
  return ['import', ...(action === 'run' ? [] : [action ?? '']), ...operands, ...flags];
}
