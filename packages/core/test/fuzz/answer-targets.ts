import { inspect } from 'node:util';
import { makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { type FuzzTarget, holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { readApiErrors } from '../../src/api/api-error.ts';
import { toApiFailure } from '../../src/api/api-failure.ts';
import { ApiKey } from '../../src/api/api-key.ts';
import { connect } from '../../src/api/connection.ts';
import { stopBeforeSending } from '../../src/create/create-run.ts';
import { checkDuplicates } from '../../src/create/duplicate-check.ts';
import { checkCustomer, toRefusals } from '../../src/create/look-again.ts';
import { planCustomer } from '../../src/create/plan.ts';
import { buildPayload } from '../../src/customer/draft-view.ts';
import { readCustomer } from '../../src/reading/read-customer.ts';
import { outcomeMessage } from '../../src/report/outcome-message.ts';
import { issueMessage } from '../../src/rules/rules.ts';
import { arbitraries } from '../arbitrary.ts';
import { send } from '../send.ts';
import { bodies } from './bodies.ts';
import { expectSound, wordingIssue } from './issue-invariants.ts';

const canary = `CANARY${makeApiKey(4)}`.slice(0, 328);

const errorBodies: FuzzTarget = {
  name: 'error bodies → refusals at places of the draft',
  property(fc) {
    const { customer } = arbitraries(fc);
    return fc.property(fc.tuple(bodies(fc).errorBody, customer), ([body, value]) => {
      const { draft } = readCustomer(value);
      const refusals = toRefusals(readApiErrors(JSON.parse(JSON.stringify(body) ?? 'null')), draft);
      for (const refusal of refusals) {
        const issue = wordingIssue(issueMessage(refusal));
        holds(issue === undefined, 'badly worded:', issue);
        holds(/^(?:\/|$)/.test(refusal.path), 'no path:', refusal.path);
      }
      const written = buildPayload(draft);
      const ofLists = refusals.filter(({ path }) => /^\/(?:tags|customData)\/\d/.test(path));
      if (Array.isArray(draft.tags) && written.tags)
        expectSound(
          ofLists.filter(({ path }) => inTags(path, draft.tags)),
          draft,
        );
    });
  },
};

/** HelpCrunch may name tags that were never sent; those stay where it said. */
function inTags(path: string, tags: readonly unknown[] | undefined): boolean {
  const [, field, index] = path.split('/');
  return field === 'tags' && path.split('/').length <= 4 && Number(index) < (tags?.length ?? 0);
}

const answers: FuzzTarget = {
  name: 'any answers → outcome, look-up, check: no claim too many, no key',
  property(fc) {
    const { answer } = bodies(fc, canary);
    return fc.asyncProperty(fc.array(answer, { minLength: 4, maxLength: 6 }), async (given) => {
      const reading = ApiKey.read(canary);
      if (!reading.ok) throw new Error(reading.issue);
      let turn = 0;
      const connection = connect({
        baseUrl: 'https://api.helpcrunch.invalid/v1',
        apiKey: reading.key,
        fetch: async () => given[turn++ % given.length]?.() ?? Response.error(),
      });
      const customer = readCustomer({ name: 'Ada', email: 'ada@example.com', userId: 'u-1' });
      const before = await checkDuplicates(connection, buildPayload(customer.draft));
      const stop = stopBeforeSending(planCustomer(customer, { now: 0 }), before);
      const at = turn;
      const known = before.kind === 'checked' ? before : undefined;
      const outcome = await send(connection, customer, { before: known });
      const status = (await given[at % given.length]?.())?.status ?? 0;
      holds(isClaimed(outcome.customerExists, status), 'claims too much:', status, outcome.customerExists);
      const check =
        outcome.outcome === 'unknown'
          ? await checkCustomer(outcome, { connection, draft: customer.draft })
          : undefined;
      const reported = [outcome, stop, check, before].map((part) => JSON.stringify(part) ?? '');
      holds(!reported.some((text) => text.includes('CANARY')), 'a key is shown:', status);
      for (const one of [outcome, ...(stop ? [stop] : [])]) {
        const { message, next } = outcomeMessage(one, 'live');
        const words = [message, ...next, ...one.issues.map(issueMessage)];
        for (const word of words) holds(wordingIssue(word) === undefined, 'badly worded:', word);
      }
    });
  },
};

function isClaimed(customerExists: string, status: number): boolean {
  // A 201 with errors and without an id says neither.
  if (status === 201) return customerExists !== 'no';
  if (status < 400 || status >= 500 || [408, 421, 425, 499].includes(status))
    return customerExists === 'unknown';
  return customerExists !== 'yes';
}

const thrown: FuzzTarget = {
  name: 'whatever is thrown → a failure that proves nothing by chance',
  property(fc) {
    const { anything, text } = arbitraries(fc);
    const code = fc.oneof(
      text,
      fc.constantFrom('ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ENETUNREACH'),
      anything,
    );
    const error = fc
      .record(
        {
          code,
          message: text,
          syscall: fc.constantFrom('read', 'write', undefined),
          errors: fc.array(anything),
          cause: anything,
        },
        { requiredKeys: [] },
      )
      .map((parts) => Object.assign(new Error('x'), parts));
    return fc.property(fc.oneof(error, anything), (failure) => {
      holds(toApiFailure(failure).kind === 'uncertain', 'proves something:', inspect(failure));
    });
  },
};

export const answerTargets = [errorBodies, answers, thrown];
