import type { Part } from './budget.ts';
import { agents } from './parts/agents.ts';
import { create } from './parts/create.ts';
import { extension } from './parts/extension.ts';
import { importing } from './parts/import.ts';
import { keys } from './parts/keys.ts';
import { server } from './parts/server.ts';
import { size } from './parts/size.ts';
import { start } from './parts/start.ts';
import { terminal } from './parts/terminal.ts';
import { validate } from './parts/validate.ts';

/** The parts of the benchmark, in the order of the page. */
export const parts: readonly Part[] = [
  start,
  keys,
  terminal,
  size,
  validate,
  create,
  importing,
  server,
  agents,
  extension,
];

/** What is known about targets that are missed, by figure. */
export const whyMissed: Readonly<Record<string, string>> = {};
