// A process of its own that creates a customer with --yes, for tests: node create-process.ts '{"folder": …}'
import {
  ApiKey,
  answerYes,
  connect,
  createCustomer,
  planCustomer,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import { createFileLedger } from '../src/ledger/file-ledger.ts';
import { account } from './subjects.ts';

const { folder, baseUrl, customer } = JSON.parse(process.argv[2] ?? '');
const key = ApiKey.read('key');
if (!key.ok) throw new Error(key.issue);
const ledger = createFileLedger({ folder, account });
const outcome = await createCustomer(planCustomer(readCustomer(customer), { now: Date.now() }), {
  account: { kind: 'live', label: 'Test', host: 'test', connection: connect({ baseUrl, apiKey: key.key }) },
  ledger,
  ask: answerYes(),
});
await ledger.idle();
const reasons = outcome.outcome === 'needs-confirmation' ? outcome.question.reasons : [];
process.stdout.write(JSON.stringify({ outcome: outcome.outcome, reasons: reasons.map(({ kind }) => kind) }));
