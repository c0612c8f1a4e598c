import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { commands, createEntry } from '../src/commands/list.ts';

const text = { type: 'string' } as const;

/** Core's JSON Schema of the object that a create prints. */
export async function createResultSchema() {
  const path = fileURLToPath(import.meta.resolve('@helpcrunch-customer-kit/core/create-result.schema.json'));
  return JSON.parse(await readFile(path, 'utf8'));
}

/** JSON Schema of the object that every command prints with `--json`, one alternative each. */
export async function commandResultSchema() {
  const { $schema, $id: _, ...create } = await createResultSchema();
  const { issues, retryable, retryAfterSeconds, next } = create.properties;
  const others = await Promise.all(
    commands
      .filter((entry) => entry !== createEntry)
      .map(async ({ name, summary, load }) => {
        const { outcomes, properties } = await load();
        return {
          title: `Result of ${name}`,
          description: summary,
          type: 'object',
          required: ['schemaVersion', 'command', 'outcome', 'retryable', 'issues', 'next'],
          additionalProperties: false,
          properties: {
            schemaVersion: { const: 1 },
            command: { const: name },
            outcome: { enum: outcomes },
            retryable: { ...retryable, description: 'True when running the same command later is safe.' },
            retryAfterSeconds,
            ...properties,
            issues: {
              ...issues,
              items: { ...issues.items, properties: { ...issues.items.properties, path: text } },
            },
            next,
          },
        };
      }),
  );
  return {
    $schema,
    $id: 'helpcrunch://schemas/command-result.json',
    title: 'Result of a command of helpcrunch-customer, as --json prints it',
    oneOf: [create, ...others],
  };
}
