// The extension's bundles in a process of their own: node extension-process.ts CUSTOMER; the account is in
// the environment. Its person agrees to a plain create, and to nothing that could be a second one. Prints what came of it.
import { createFakeVscode } from '@helpcrunch-customer-kit/testing/vscode/fake-vscode';
import { addAccount, startExtension, storedAttempt } from '../drivers/extension.ts';

/** A dialog does not accept a button that is pressed sooner, in milliseconds. */
const readingMs = 550;

const { HELPCRUNCH_BASE_URL: baseUrl = '', HELPCRUNCH_API_KEY: key = '' } = process.env;
const host = createFakeVscode({
  settings: { baseUrl, answerTimeout: 10 },
  text: process.argv[2] ?? '',
  cancel: new Promise(() => {}),
  async answer({ detail, buttons }) {
    await new Promise((done) => setTimeout(done, readingMs));
    const isRisky = /may have been created|was created .* ago|already used by|can't be recorded/.test(detail);
    return buttons.find((button) => (isRisky ? button === 'Do not create' : button.startsWith('Create')));
  },
});
await addAccount(host, { baseUrl, key });
startExtension(host);
await host.run('helpcrunch.createCustomer');
const outcome = storedAttempt(host)?.outcome;
process.stdout.write(
  JSON.stringify({ outcome: outcome?.outcome ?? 'declined', customer: { id: outcome?.customer?.id } }),
  () => process.exit(),
);
