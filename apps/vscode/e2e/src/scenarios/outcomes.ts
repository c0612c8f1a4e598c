import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, sandboxAnswers } from '../steps.ts';

/** With the button that answers, where an earlier try is a reason to ask. */
const expected = [
  ['bad-key', 'Not authorized'],
  ['rate-limited-retry-after', 'Rate limited'],
  ['unprocessable', 'Refused'],
  ['html-502', 'Unknown', 'Create'],
  ['user-id-taken', 'User ID taken', 'Create'],
] as const;

export const outcomes: Scenario = {
  name: 'each way to fail has its own panel',
  files: { 'failing.customer.json': customerWith({ email: 'failing@example.com', userId: '1822' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('failing.customer.json');
    for (const [scenario, title, answer] of expected) {
      await sandboxAnswers(workbench, scenario);
      await create(workbench);
      if (answer) await consent(workbench, answer);
      await panelSays(workbench, title);
      await workbench.run('Notifications: Clear All Notifications');
      await picture(`outcome-${scenario}`);
    }
  },
};
