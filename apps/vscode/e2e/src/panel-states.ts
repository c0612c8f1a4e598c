import type { PanelEntry, PanelView } from '../../src/panel/panel-view.ts';

/** When every example was sent. */
const at = Date.UTC(2026, 10, 27, 12, 3, 12);

const created: PanelEntry = {
  name: '"Ada Lovelace"',
  tone: 'good',
  title: 'Created',
  status: '201',
  sentence: 'The customer was created in HelpCrunch. Its ID is 7.',
  place: ['Production (live)', 'api.helpcrunch.com'],
  at,
  wait: undefined,
  actions: [
    { action: 'copy-id', label: 'Copy ID', isPrimary: true },
    { action: 'open-in-helpcrunch', label: 'Open in HelpCrunch', isPrimary: true },
    { action: 'create-another', label: 'Create Another', isPrimary: true },
    { action: 'show-source', label: 'Show Source' },
    { action: 'send-again', label: 'Send Again' },
  ],
  problems: [],
  notes: [],
  customerTitle: 'Customer',
  fields: [
    { label: 'ID', texts: ['7'] },
    { label: 'Name', texts: ['Ada Lovelace'] },
    { label: 'Email', texts: ['ada.with.a.long.address.that.must.wrap@subdomain.example.com'] },
    { label: 'Tags', texts: ['vip', 'trial'], colors: ['#ff0000', undefined] },
  ],
  customData: [{ label: 'plan', texts: ['pro'] }],
  variables: [{ label: '{{counter}}', texts: ['7'] }],
  differences: [],
  next: [],
  messages: [
    {
      id: 'request',
      title: 'Request',
      facts: ['POST https://api.helpcrunch.com/v1/customers', '142 B'],
      headers: [{ label: 'authorization', texts: ['(hidden)'] }],
      body: '{ "name": "Ada Lovelace" }',
      isJson: true,
      note: undefined,
      isOpen: false,
      actions: [{ action: 'copy-curl', label: 'Copy as curl' }],
    },
    {
      id: 'response',
      title: 'Response',
      facts: ['HTTP 201 Created', '231 ms', '1.2 kB'],
      headers: [{ label: 'content-type', texts: ['application/json'] }],
      body: '{\n  "id": 7,\n  "name": "Ada \\"Augusta\\" Lovelace",\n  "blocked": false,\n  "location": null\n}',
      isJson: true,
      note: undefined,
      isOpen: true,
      actions: [{ action: 'open-response', label: 'Open' }],
    },
  ],
};

/** The messages of an exchange that ended with another status. */
const answered = (facts: readonly string[], body: string): PanelEntry['messages'] =>
  created.messages.map((message) => (message.id === 'response' ? { ...message, facts, body } : message));

const refused: PanelEntry = {
  ...created,
  tone: 'bad',
  title: 'Refused',
  status: '400',
  sentence: 'HelpCrunch refused the customer (400). No customer was created.',
  actions: created.actions.filter(({ isPrimary }) => !isPrimary),
  problems: [
    {
      index: 0,
      place: 'Email',
      sentence: 'HelpCrunch says: This value is not a valid email address.',
      position: 'line 3, column 12',
      hasSource: true,
    },
    { index: 1, place: 'Tag 1, name', sentence: 'Too long.', position: undefined, hasSource: false },
  ],
  customerTitle: 'Customer, as it was sent',
  fields: created.fields.filter(({ label }) => label !== 'ID'),
  next: ['Change what was refused before sending again: the same request gets the same answer.'],
  messages: answered(['HTTP 400 Bad Request', '231 ms', '98 B'], '{ "errors": [{ "message": "…" }] }'),
};

const keyRefused: PanelEntry = {
  ...refused,
  title: 'Not authorized',
  status: 'Duplicate check: 401',
  sentence: 'HelpCrunch did not accept the API key (401). No customer was created.',
  actions: [{ action: 'update-key', label: 'Update Key', isPrimary: true }, ...refused.actions],
  problems: [],
  customerTitle: 'Customer, not sent',
  next: ['Copy the key again from Settings → Developers → Public API.'],
  messages: [],
};

const unknown: PanelEntry = {
  ...refused,
  tone: 'unsure',
  title: 'Unknown',
  status: '502',
  sentence: 'The customer may have been created: the server answered with an error of its own.',
  problems: [],
  next: ['Check whether it exists before sending it again.'],
  messages: answered(['HTTP 502 Bad Gateway', '30.0 s', '24 B'], '"upstream is restarting"'),
  actions: [{ action: 'check', label: 'Check Whether It Exists', isPrimary: true }],
};

const limited: PanelEntry = {
  ...refused,
  title: 'Rate limited',
  status: '429',
  sentence: 'HelpCrunch is rate limiting requests (429). No customer was created.',
  problems: [],
  next: [],
  wait: { until: Date.now() + 600_000, isWaiting: false },
  messages: answered(['HTTP 429 Too Many Requests', '88 ms', '24 B'], '"Too many requests"'),
  actions: [{ action: 'send-after-wait', label: 'Send After the Wait', isPrimary: true }],
};

const alone = (entry: PanelEntry): PanelView => ({ run: undefined, entry });

/** A view of the panel for each state of its design; `undefined` before the first customer. */
export const panelStates: Readonly<Record<string, PanelView | undefined>> = {
  created: alone(created),
  differences: alone({
    ...created,
    differences: ['Custom data "plan" was sent, but is not in the answer.'],
    notes: [
      {
        index: 0,
        place: 'Email',
        sentence: 'Probably a typo: did you mean ada@example.com?',
        position: 'line 3, column 12',
        hasSource: true,
      },
    ],
    next: ['Some of what was sent is not in the answer; a custom attribute may have to be registered first.'],
  }),
  refused: alone(refused),
  'duplicate-check-refused': alone(keyRefused),
  unknown: alone(unknown),
  'run-of-25': {
    run: {
      title: '23 of 25 created',
      tone: 'unsure',
      sentence: '23 of 25 customers were created. Unknown: "Customer 24". Not sent: "Customer 25".',
      entries: Array.from({ length: 25 }, (_, index) => ({
        name: `"Customer ${index + 1}"`,
        title: ['Unknown', 'Not sent'][index - 23] ?? 'Created',
        tone: (['unsure', 'neutral'] as const)[index - 23] ?? 'good',
        isShown: index === 23,
        isTried: index < 24,
      })),
      files: ['all.created.jsonl', 'all.unknown.jsonl', 'all.pending.jsonl'],
    },
    entry: { ...unknown, name: '"Customer 24"' },
  },
  'rate-limit': alone(limited),
  empty: undefined,
};
