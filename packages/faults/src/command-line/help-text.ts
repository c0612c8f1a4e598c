import { faults } from '../faults/fault-list.ts';

export function helpText(): string {
  const width = Math.max(...faults.map(({ name }) => name.length));
  return [
    'Throws faults at core, the extension, the program and the wizard, and judges what they claim.',
    '',
    '  pnpm faults --runs N --seed S   so many runs (500), all made up by the seed (1)',
    '  pnpm faults --seed S --only N   one run of them again',
    '  pnpm faults --kind NAME         runs of one kind alone',
    '',
    'Exit codes: 0 nothing is wrong, 1 something is, 2 wrong arguments, 130 stopped before the end.',
    '',
    'Kinds',
    ...faults.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
  ].join('\n');
}
