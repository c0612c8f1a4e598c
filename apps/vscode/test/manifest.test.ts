import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { commandIds } from '../src/entry/contract.ts';

const { contributes, capabilities } = manifest;

test('every command of the manifest has a handler, and the other way round', () => {
  expect(contributes.commands.map(({ command }) => command).sort()).toEqual([...commandIds].sort());
});

test('menus and walkthrough name commands that exist', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
  const inSteps = steps.flatMap(({ description }) => description.match(/(?<=command:)[\w.]+/g) ?? []);
  expect(inSteps).toHaveLength(steps.length);
  for (const id of [...inMenus, ...inSteps]) expect(commandIds).toContain(id);
});

test('every setting is the machine’s own: no folder chooses where customers go', () => {
  for (const property of Object.values(contributes.configuration.properties))
    expect(property.scope).toBe('machine');
  expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(['helpcrunch.baseUrl']);
});

test('the types are those of the oldest editor it runs in', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

test('the pictures and texts that the manifest names are there', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  for (const { media } of steps) expect(existsSync(media.markdown)).toBe(true);
  expect(existsSync(manifest.icon)).toBe(true);
});
