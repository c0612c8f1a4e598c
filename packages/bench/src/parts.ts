import { serverSizes } from './budgets.ts';
import { measureAgentServer } from './measures/agent-server.ts';
import { measureCreates } from './measures/create.ts';
import { measureActivation, measureDialog } from './measures/extension.ts';
import { measureImportCheck } from './measures/import-check.ts';
import { measureImportRun } from './measures/import-run.ts';
import { measureLanguageServer } from './measures/language-server.ts';
import { measureSizes } from './measures/sizes.ts';
import { measureValidation } from './measures/validation.ts';
import { measureKeys } from './measures/wizard-keys.ts';
import { measureHelp, measureStart } from './measures/wizard-start.ts';
import { measureColors, measureMemory, measurePaste, measureResize } from './measures/wizard-terminal.ts';
import { measureFailuresOfTests } from './measures/wizard-tests.ts';
import type { Figure } from './results.ts';

type Measured = Record<string, Figure>;

/** The parts of the benchmark by the names that `pnpm bench` takes. */
export const parts: Readonly<Record<string, () => Promise<Measured>>> = {
  start: async () => ({ ...(await measureStart(25)), ...(await measureHelp(30)) }),
  keys: () => measureKeys(96),
  terminal: async () => ({
    ...(await measurePaste(5)),
    ...(await measureMemory(5)),
    ...(await measureResize()),
    ...(await measureColors()),
  }),
  tests: async () => measureFailuresOfTests(),
  size: async () => measureSizes(),
  server: async () => {
    const measured: Measured = {};
    for (const size of serverSizes) Object.assign(measured, await measureLanguageServer(size, 100));
    return measured;
  },
  agents: () => measureAgentServer(20),
  core: async () => ({
    ...(await measureValidation(60)),
    ...(await measureImportCheck(12)),
    ...(await measureCreates(60)),
  }),
  import: () => measureImportRun(12),
  extension: async () => ({ ...(await measureActivation(20)), ...(await measureDialog()) }),
};
