import type { JudgedRun } from '../campaign/run-one.ts';

/** What went wrong in a run, and how to see it again. */
export function failureText({ plan, told, truth, wrong }: JudgedRun): string {
  const { seed, number, fault, caller, play } = plan;
  const said = told
    ? `${told.outcome}, ${told.first} → ${told.last}${told.check ? ` (${told.check})` : ''}`
    : 'nothing';
  const made = truth ? truth.made.map(({ id }) => id).join(', ') || 'nobody' : 'not known';
  return [
    `Wrong: run ${number}, ${fault.name} (${play.detail}), by ${caller}`,
    ...wrong.map(({ rule, how }) => `  broken: ${rule}: ${how}`),
    `  it said: ${said}; it made: ${made}`,
    `  again: pnpm faults --seed ${seed} --only ${number}`,
    '',
  ].join('\n');
}
