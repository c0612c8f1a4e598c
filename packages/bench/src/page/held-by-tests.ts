/** Promises about the extension that its tests hold, and where. */
const held = [
  ['nothing is loaded for other JSON', '`test/start-bundle.test.ts`'],
  ['0 requests before consent; the key in no file and on no screen', '`e2e/src/scenarios/accounts.ts`'],
  ['20 mashed sends make 1 POST', '`e2e/src/scenarios/once.ts`'],
  ['cancelled at any moment, it says the truth', '`e2e/src/scenarios/outcomes.ts`'],
  ['axe finds nothing in four themes', '`e2e/src/scenarios/panel.ts`'],
] as const;

export function heldByTests(): readonly string[] {
  const rows = [['promise', 'tried in'], ['---', '---'], ...held];
  return [
    '## Held by tests',
    'These hold or they do not: the tests of [apps/vscode](../apps/vscode) try them, most in a real VS Code.',
    rows.map(([what, where]) => `| ${what} | ${where} |`).join('\n'),
  ];
}
