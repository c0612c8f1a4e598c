import { customerSchema } from './customer-schema.ts';
import { fieldsPage } from './fields-page.ts';
import { resultSchema } from './result-schema.ts';
import { rulesPage } from './rules-page.ts';

/** A generated file; its path is relative to the root of the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: () => string;
}

export const generatedFiles: readonly GeneratedFile[] = [
  { path: 'docs/fields.md', text: fieldsPage },
  { path: 'docs/rules.md', text: rulesPage },
  {
    path: 'packages/core/generated/customer.schema.json',
    text: () => `${JSON.stringify(customerSchema(), null, 2)}\n`,
  },
  {
    path: 'packages/core/generated/create-result.schema.json',
    text: () => `${JSON.stringify(resultSchema(), null, 2)}\n`,
  },
];
