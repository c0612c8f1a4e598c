// Runs every scenario in both hosts: `node src/run.ts [node|web] [parts of names, separated by |] [--pictures]`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { hasOwnChromium, openBrowser } from './browser.ts';
import { gated } from './gate.ts';
import { groups } from './groups.ts';
import type { Host, Settings } from './host.ts';
import { setUpCodeServer, startNodeHost } from './node-host.ts';
import { artifacts, extensionFolder } from './places.ts';
import { hasPart, type Result, runScenarios } from './run-scenarios.ts';
import { dialogExtension } from './scenarios/question-time.ts';
import { summary } from './summary.ts';
import { startWebHost } from './web-host.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean', default: false } },
});
const [wantedHost, part = ''] = positionals;

/** Off Linux x64 there may be no browser. */
async function hasBrowser(): Promise<boolean> {
  if (hasOwnChromium) return true;
  try {
    await (await openBrowser()).close();
    return true;
  } catch {
    return false;
  }
}

/** Runs the scenarios in one host, with an API of its own. */
async function runIn(start: (settings: Settings) => Promise<Host>, hasOutput: boolean): Promise<Result> {
  const { sandbox, gate } = gated(createSandbox());
  await using api = await listen(sandbox);
  await using host = await start({ 'helpcrunch.baseUrl': api.baseUrl });
  return await runScenarios(part, { host, api, gate, hasOutput, withPictures: values.pictures });
}

/** The hosts run at the same time: one alone leaves a core idle. */
async function runInHosts(): Promise<Result[]> {
  if (!(await hasBrowser())) {
    console.log('- skipped, Chrome is missing on this machine: every end-to-end scenario');
    return [];
  }
  const runs: Promise<Result>[] = [];
  if (wantedHost !== 'web' && !hasOwnChromium) {
    console.log('- skipped, only for Linux x64: every scenario with the extension host in Node');
  } else if (wantedHost !== 'web') {
    const { hasCompiledModules } = setUpCodeServer();
    const vsix = join(extensionFolder, 'helpcrunch-customer-kit.vsix');
    const others = part === '' ? [] : [dialogExtension];
    runs.push(runIn((settings) => startNodeHost(vsix, settings, others), hasCompiledModules));
  }
  if (wantedHost !== 'node') runs.push(runIn((settings) => startWebHost(extensionFolder, settings), true));
  return Promise.all(runs);
}

if (!groups.some(({ scenarios }) => scenarios.some(({ name }) => hasPart(name, part)))) {
  console.error(`No scenario has "${part}" in its name: see src/scenarios.`);
  process.exit(2);
}
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });
const results = await runInHosts();
const failures = results.flatMap((result) => result.failures);
console.log(
  summary(
    results.reduce((sum, { count }) => sum + count, 0),
    failures,
    results.flatMap(({ retried }) => retried),
  ),
);
process.exit(failures.length > 0 ? 1 : 0);
