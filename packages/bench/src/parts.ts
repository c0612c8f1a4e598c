import { serverSizes } from './bars/editor-bars.ts';
import { measureCreate } from './measures/core-create.ts';
import { measureDialog } from './measures/extension-dialog.ts';
import { measureEntry } from './measures/extension-entry.ts';
import { measureExtensionPackage } from './measures/extension-package.ts';
import { measureFailuresOfTests } from './measures/failures-of-tests.ts';
import { measureHelp } from './measures/help-start.ts';
import { measureLanguageServer } from './measures/language-server.ts';
import { runPeerScript } from './measures/peer-script.ts';
import { measureColors } from './measures/terminal-colors.ts';
import { measureKeys } from './measures/terminal-keys.ts';
import { measureMemory } from './measures/terminal-memory.ts';
import { measurePaste } from './measures/terminal-paste.ts';
import { measureResize } from './measures/terminal-resize.ts';
import { measureTerminalStart } from './measures/terminal-start.ts';
import { measureWizardSize } from './measures/wizard-size.ts';
import type { Figure } from './results.ts';

type Measured = Record<string, Figure>;

/** The parts of the benchmark by the names that `pnpm bench` takes; all of them together stay below ten minutes. */
export const parts: Readonly<Record<string, () => Promise<Measured>>> = {
  start: async () => ({ ...(await measureTerminalStart(25)), ...(await measureHelp(30)) }),
  keys: () => measureKeys(96),
  terminal: async () => ({
    ...(await measurePaste(5)),
    ...(await measureMemory(5)),
    ...(await measureResize()),
    ...(await measureColors()),
  }),
  tests: async () => measureFailuresOfTests(),
  size: async () => measureWizardSize(),
  server: async () => {
    const measured: Measured = {};
    for (const size of serverSizes) Object.assign(measured, await measureLanguageServer(size, 100));
    return measured;
  },
  extension: async () => ({
    ...(await measureEntry(20)),
    ...measureExtensionPackage(),
    ...(await measureDialog()),
  }),
  core: async () => ({ ...(await runPeerScript('validation')), ...(await measureCreate()) }),
};
