import { importSteps } from './read-customers.ts';

/** More than a person reads before an approval, and little enough for the files of plans. */
const maxCharacters = 300_000;
const maxDepth = 50;

interface InputProblem {
  readonly problem: string;
  readonly next: readonly string[];
}

/** Why customers cannot be read at all: nested without end, or too large to be kept and shown. */
export function inputProblem(customers: readonly unknown[]): InputProblem | undefined {
  let characters = 0;
  let level: readonly unknown[] = customers;
  // Level by level, not one inside the other: what is nested deep enough ends a recursive walk.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) {
      return {
        problem: `A customer is nested too deep: ${maxDepth} levels are the most.`,
        next: ['Custom values are text, numbers, true or false. Give each one its own property.'],
      };
    }
    const parts: unknown[] = [];
    for (const value of level) {
      characters += typeof value === 'string' ? value.length : 1;
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, part] of Object.entries(value)) {
        characters += Array.isArray(value) ? 0 : name.length;
        parts.push(part);
      }
    }
    level = parts;
  }
  if (characters <= maxCharacters) return undefined;
  return {
    problem: `${characters} characters are too many for one call: ${maxCharacters} are the most.`,
    next: importSteps,
  };
}
