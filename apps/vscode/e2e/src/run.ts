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
import { type Failure, summary } from './summary.ts';
import { startWebHost } from './web-host.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean', default: false } },
});
const [wantedHost, part = ''] = positionals;

interface Results extends Result {
  /** The first failures of scenarios that passed at the second attempt. */
  readonly retried: readonly Failure[];
}

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

type Start = (settings: Settings) => Promise<Host>;

/** More scenarios than this that fail at the first attempt are no accident. */
const retryLimit = 3;

/**
 * Runs the scenarios in one host, and those that failed once more in a new one: an editor on a busy machine loses a click now
 * and then, and loses the same one twice only when something is wrong.
 */
async function runIn(start: Start, hasOutput: boolean): Promise<Results> {
  const first = await runOnce(start, hasOutput, part);
  if (first.failures.length === 0 || first.failures.length > retryLimit) return { ...first, retried: [] };
  const names = first.failures.map(({ name }) => name);
  const { failures } = await runOnce(start, hasOutput, names.join('|'));
  const passes = ({ name }: Failure) => failures.every((failure) => failure.name !== name);
  return { count: first.count, failures, retried: first.failures.filter(passes) };
}

/** Runs the scenarios in one host, with an API of its own. */
async function runOnce(start: Start, hasOutput: boolean, part: string): Promise<Result> {
  const { sandbox, gate } = gated(createSandbox());
  await using api = await listen(sandbox);
  await using host = await start({ 'helpcrunch.baseUrl': api.baseUrl });
  return await runScenarios(part, { host, api, gate, hasOutput, withPictures: values.pictures });
}

/** The hosts run at the same time: one alone leaves a core idle. */
async function runInHosts(): Promise<Results[]> {
  if (!(await hasBrowser())) {
    console.log('- skipped, Chrome is missing on this machine: every end-to-end scenario');
    return [];
  }
  const runs: Promise<Results>[] = [];
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
