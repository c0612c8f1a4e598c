import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, sandboxAnswers } from '../steps.ts';

const expected = [
  ['bad-key', 'Not allowed'],
  ['rate-limited-retry-after', 'Too many requests'],
  ['unprocessable', 'Refused'],
  ['html-502', 'Unknown'],
  ['user-id-taken', 'userId taken'],
] as const;

export const outcomes: Scenario = {
  name: 'each way to fail has its own panel',
  files: { 'failing.customer.json': customerWith({ email: 'failing@example.com', userId: '1822' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('failing.customer.json');
    for (const [scenario, title] of expected) {
      await sandboxAnswers(workbench, scenario);
      await create(workbench);
      if (scenario === 'user-id-taken')
        await workbench.dialog.getByRole('button', { name: 'Send Again' }).click();
      await panelSays(workbench, title);
      await workbench.run('Notifications: Clear All Notifications');
      await picture(`outcome-${scenario}`);
    }
  },
};
