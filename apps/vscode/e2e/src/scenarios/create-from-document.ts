import type { Scenario } from '../scenario.ts';

const ada = `{
  "name": "Ada Lovelace",
  "email": "ada@example.com",
  "userId": "1815",
  "tags": [{ "name": "vip", "color": "#ff0000" }],
  "customData": { "plan": "pro" }
}
`;

export const createFromDocument: Scenario = {
  name: 'the first use needs no key: a document becomes a customer in the sandbox',
  files: { 'ada.customer.json': ada },
  async run({ workbench, picture }) {
    await workbench.openFile('ada.customer.json');
    await workbench.run('HelpCrunch: Create Customer');
    await workbench.panel.getByRole('heading', { name: 'Created' }).waitFor();
    await picture('created');
  },
};
