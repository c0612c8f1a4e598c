import type { CommandEntry } from './command.ts';

/** The default: arguments without a command's name are for it. */
export const createEntry: CommandEntry = {
  name: 'create',
  summary: 'Create a customer. This is what runs without a command.',
  load: async () => (await import('./create.ts')).create,
};

/** Every command; help, completion, usage errors, the JSON Schema and docs/scripts.md derive from this list. */
export const commands: readonly CommandEntry[] = [
  createEntry,
  {
    name: 'import',
    summary: 'Create many customers from a file, each exactly once.',
    finishesAlways: true,
    load: async () => (await import('./import/import.ts')).importCommand,
  },
  {
    name: 'approve',
    summary: 'Decide about what an AI agent wants to create.',
    load: async () => (await import('./approve.ts')).approve,
  },
  {
    name: 'sample',
    summary: 'Print customers for tests, the same for the same seed.',
    load: async () => (await import('./sample.ts')).sample,
  },
  {
    name: 'login',
    summary: "Save an API key in this system's keychain, typed unseen or piped in.",
    load: async () => (await import('./login.ts')).login,
  },
  {
    name: 'logout',
    summary: 'Remove the saved API key.',
    load: async () => (await import('./login.ts')).logout,
  },
  {
    name: 'status',
    summary: 'Show the account in use and where its key comes from, and check the key.',
    load: async () => (await import('./status.ts')).status,
  },
  {
    name: 'drafts',
    summary: 'List or delete the drafts that the wizard has saved.',
    load: async () => (await import('./drafts.ts')).drafts,
  },
  {
    name: 'history',
    summary: 'List, show, check or delete what was sent from this machine.',
    load: async () => (await import('./history/history.ts')).history,
  },
  {
    name: 'completion',
    summary: 'Print the completion script of a shell.',
    load: async () => (await import('./completion.ts')).completion,
  },
];
