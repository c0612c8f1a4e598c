import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { agentServersId } from '../src/agents/agent-servers.ts';
import { commandIds } from '../src/entry/contract.ts';

const { contributes, capabilities } = manifest;

test('every command of the manifest has a handler, and every handler is in the manifest', () => {
  expect(contributes.commands.map(({ command }) => command).sort()).toEqual([...commandIds].sort());
});

test('the manifest names the provider of servers for agents', () => {
  expect(contributes.mcpServerDefinitionProviders.map(({ id }) => id)).toEqual([agentServersId]);
});

test('no menu is defined twice: only the last would count', () => {
  const text = readFileSync('package.json', 'utf8');
  for (const menu of Object.keys(contributes.menus)) expect(text.split(`"${menu}": [`)).toHaveLength(2);
});

test('no menu has an entry twice', () => {
  for (const [menu, items] of Object.entries(contributes.menus)) {
    const entries = items.map((item) => JSON.stringify(item));
    expect(new Set(entries).size, menu).toBe(entries.length);
  }
});

test('menus and walkthrough name commands that exist', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
  const inSteps = steps.flatMap(({ description }) => description.match(/(?<=command:)[\w.]+/g) ?? []);
  for (const { description } of steps) expect(description).toContain('(command:');
  for (const id of [...inMenus, ...inSteps]) expect(commandIds).toContain(id);
});

test('every setting has the machine scope, so that no folder chooses where customers go', () => {
  for (const property of Object.values(contributes.configuration.properties))
    expect(property.scope).toBe('machine');
  expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(['helpcrunch.baseUrl']);
});

test('the types are those of the oldest supported editor', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

test('the pictures and pages in the manifest exist', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  for (const { media } of steps) expect(existsSync(media.markdown)).toBe(true);
  expect(existsSync(manifest.icon)).toBe(true);
});

test('no object of the manifest has a key twice: the editor would drop the first, with its menus', () => {
  const strings = readFileSync('package.json', 'utf8').matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g);
  const written = [...strings].filter(([, colon]) => colon !== undefined).length;
  expect(countKeys(manifest)).toBe(written);
  const titleBar = contributes.menus['editor/title'].map(({ command }) => command);
  expect(titleBar).toEqual(expect.arrayContaining(['helpcrunch.confirmCreate', 'helpcrunch.cancelCreate']));
});

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, part) => sum + countKeys(part), own);
}
