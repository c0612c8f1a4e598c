import { type Account, ownSandboxAccount, runningSandboxAccount } from '@helpcrunch-customer-kit/local';

// For callers that load it on demand: `import()` of the whole package would bundle all that it exports.
export { validateSandboxUrl } from '@helpcrunch-customer-kit/local';

/**
 * An account in a running sandbox on this machine, or without an address in one inside this process, which starts empty
 * and is gone when the process ends.
 */
export async function sandboxAccount(url?: string): Promise<Account> {
  if (url !== undefined) return runningSandboxAccount(url);
  // Loaded on demand: only a run in the sandbox needs it.
  const { createSandbox } = await import('@helpcrunch-customer-kit/sandbox');
  const sandbox = createSandbox();
  return ownSandboxAccount((request) => sandbox.fetch(request));
}
