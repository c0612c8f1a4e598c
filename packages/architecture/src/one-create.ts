/** A step of a create's way through core: who takes it, and why it is there. */
export interface Step {
  /** Below packages/core/src. */
  readonly file: string;
  readonly calls: string;
  readonly does: string;
}

/** A part of the way, with what comes out of it. */
export interface Stretch {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** One create's way through core, in the order in which it is taken. */
export const oneCreate: readonly Stretch[] = [
  {
    title: 'Before anything is sent',
    steps: [
      {
        file: 'validation/read-customer-text.ts',
        calls: 'readCustomerText',
        does: 'Reads JSON as people write it, comments and all, and keeps the place of every value.',
      },
      {
        file: 'validation/read-customer.ts',
        calls: 'readCustomer',
        does: 'Makes a draft of it. What cannot be read becomes an issue; nothing is dropped in silence.',
      },
      {
        file: 'validation/validate-customer.ts',
        calls: 'validateCustomer',
        does: 'Runs every rule over the draft: errors hold the send back, advice does not.',
      },
      {
        file: 'customer/build-payload.ts',
        calls: 'buildPayload',
        does: 'Turns the draft into the exact body: trimmed, dates as UNIX seconds, maps as lists, blanks left out.',
      },
      {
        file: 'api/find-duplicates.ts',
        calls: 'findDuplicates',
        does: 'Looks who has this userId or e-mail already. What it saw is kept: it is the proof, should the answer get lost.',
      },
      {
        file: 'api/stop-before-sending.ts',
        calls: 'stopBeforeSending',
        does: 'Ends here when the look-up shows that sending would be refused.',
      },
      {
        file: 'api/send-guard.ts',
        calls: 'createSendGuard',
        does: 'Lets one send go for an account and a body, and asks before the same goes out again.',
      },
    ],
  },
  {
    title: 'The send',
    steps: [
      {
        file: 'api/create-customer.ts',
        calls: 'createCustomer',
        does: 'Judges once more, posts once, and never throws.',
      },
      {
        file: 'api/exchange.ts',
        calls: 'post',
        does: 'One POST: no retry, no redirect followed, one deadline for head and body.',
      },
      {
        file: 'api/hide-key.ts',
        calls: 'hideKey',
        does: 'Takes the key out of whatever a server sent back.',
      },
      {
        file: 'api/judge-answer.ts',
        calls: 'judgeAnswer',
        does: 'Reads the status: made, refused for certain, or undecided.',
      },
    ],
  },
  {
    title: 'When it was made',
    steps: [
      {
        file: 'api/compare-with-draft.ts',
        calls: 'compareWithDraft',
        does: 'Names what HelpCrunch dropped or changed, at the places where it was written.',
      },
    ],
  },
  {
    title: 'When it was refused',
    steps: [
      {
        file: 'api/api-error.ts',
        calls: 'readApiErrors',
        does: 'Understands every shape of error body that is documented or was seen.',
      },
      {
        file: 'api/refusal.ts',
        calls: 'toRefusals',
        does: 'Leads from the API’s path back to the place in what the person wrote.',
      },
    ],
  },
  {
    title: 'When the answer was lost',
    steps: [
      {
        file: 'api/to-api-failure.ts',
        calls: 'toApiFailure',
        does: 'Decides whether the request can have arrived. Only a closed list of proofs says that it cannot.',
      },
      {
        file: 'api/check-outcome.ts',
        calls: 'checkOutcome',
        does: 'Looks again, and claims no more than both look-ups together show.',
      },
    ],
  },
  {
    title: 'What the person reads',
    steps: [
      {
        file: 'messages/outcome-message.ts',
        calls: 'outcomeMessage',
        does: 'A sentence and the next steps, for every outcome.',
      },
      {
        file: 'messages/issue-sentence.ts',
        calls: 'issueSentence',
        does: 'A sentence for every issue, our own and HelpCrunch’s.',
      },
      {
        file: 'messages/check-message.ts',
        calls: 'checkMessage',
        does: 'What looking again has shown.',
      },
    ],
  },
];
