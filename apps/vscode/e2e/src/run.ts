// Plays every scenario in both hosts: `node src/run.ts [node|web] [part of a scenario's name]`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { hasOwnChromium, openBrowser } from './browser.ts';
import { gated } from './gate.ts';
import { startNodeHost } from './node-host.ts';
import { artefacts, extensionFolder } from './places.ts';
import { playAll } from './play.ts';
import { setUpCodeServer } from './set-up-code-server.ts';
import { startWebHost } from './web-host.ts';

const [wantedHost, wantedName = ''] = process.argv.slice(2);

/** Off Linux x64 there may be no browser: then that is said, and nothing is played. */
async function hasBrowser(): Promise<boolean> {
  if (hasOwnChromium) return true;
  try {
    await (await openBrowser()).close();
    return true;
  } catch {
    return false;
  }
}

async function main(): Promise<number> {
  if (!(await hasBrowser())) {
    console.log('- left out, there is no Chrome on this machine: every end-to-end scenario');
    return 0;
  }
  const { sandbox, gate } = gated(createSandbox());
  await using api = await listen(sandbox);
  const settings = { 'helpcrunch.baseUrl': api.baseUrl };
  let failures = 0;
  if (wantedHost !== 'web' && !hasOwnChromium) {
    console.log('- left out, it is for Linux x64: every scenario with the extension host in Node');
  } else if (wantedHost !== 'web') {
    const { hasCompiledModules } = setUpCodeServer();
    await using host = await startNodeHost(join(extensionFolder, 'helpcrunch-customer-kit.vsix'), settings);
    failures += await playAll(wantedName, { host, api, gate, hasOutput: hasCompiledModules });
  }
  if (wantedHost !== 'node') {
    await using host = await startWebHost(extensionFolder, settings);
    failures += await playAll(wantedName, { host, api, gate, hasOutput: true });
  }
  return failures;
}

rmSync(artefacts, { recursive: true, force: true });
mkdirSync(artefacts, { recursive: true });
const failures = await main();
process.exit(failures > 0 ? 1 : 0);
