import type { Scenario } from '../scenario.ts';
import { problems, same } from '../steps.ts';

const table = `name,email,Shoe size
"Lovelace, Ada",ada@example.com,37
"Charles
Babbage",charles,42
`;

export const tables: Scenario = {
  name: 'a table of customers has its issues underlined at their cells, and another table has none',
  files: { 'other.csv': table, 'list.customers.csv': table },
  async run({ workbench, picture }) {
    const { page } = workbench;
    await workbench.openFile('other.csv');
    await workbench.openFile('list.customers.csv');
    await page.locator('.squiggly-error').waitFor();
    same(await page.locator('.squiggly-error').count(), 1, 'errors in the text');
    const found = (await problems(workbench, 'list.customers.csv', 2)).join('\n');
    same(found.match(/(?<=helpcrunch\n)[a-z-]+/g), ['invalid-email', 'unmapped-column'], 'diagnostics');
    same(found.match(/Ln \d+, Col \d+/g), ['Ln 4, Col 10', 'Ln 1, Col 12'], 'places');
    await page.getByPlaceholder('Filter (e.g. text, **/*.ts').fill('other.csv');
    await page.locator('.markers-panel').getByText('No results found').waitFor();
    await picture('tables');
  },
};
