// Runs every scenario in both hosts: `node src/run.ts [node|web] [part of a scenario's name]`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.ts';
import type { Host } from './host.ts';
import { startNodeHost } from './node-host.ts';
import { artefacts, extensionFolder } from './places.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { setUpCodeServer } from './set-up-code-server.ts';
import { startWebHost } from './web-host.ts';
import { openWorkbench } from './workbench.ts';

const [wantedHost, wantedName = ''] = process.argv.slice(2);

async function play(scenario: Scenario, host: Host): Promise<void> {
  for (const [name, text] of Object.entries(scenario.files)) writeFileSync(join(host.folder, name), text);
  const browser = await openBrowser();
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(20_000);
  const picture = async (name: string) => {
    await page.screenshot({ path: join(artefacts, `${host.kind}-${name}.png`) });
  };
  try {
    await scenario.run({ workbench: await openWorkbench(page, host), host, picture });
  } catch (error) {
    await picture(`failed-${scenario.name.replaceAll(/\W+/g, '-')}`);
    throw error;
  } finally {
    await browser.close();
  }
}

async function playAll(host: Host): Promise<number> {
  let failures = 0;
  for (const scenario of scenarios.filter(({ name }) => name.includes(wantedName))) {
    if (scenario.onlyIn && scenario.onlyIn !== host.kind) continue;
    const startedAt = performance.now();
    const error = await play(scenario, host).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${error ? '✗' : '✓'} ${host.kind}: ${scenario.name} (${seconds} s)`);
    if (error) {
      failures += 1;
      console.error(error instanceof Error ? error.stack?.slice(0, 1500) : error);
    }
  }
  return failures;
}

rmSync(artefacts, { recursive: true, force: true });
mkdirSync(artefacts, { recursive: true });
let failures = 0;
if (wantedHost !== 'web') {
  setUpCodeServer();
  await using host = await startNodeHost(join(extensionFolder, 'helpcrunch-customer-kit.vsix'), {});
  failures += await playAll(host);
}
if (wantedHost !== 'node') {
  await using host = await startWebHost(extensionFolder, {});
  failures += await playAll(host);
}
process.exit(failures > 0 ? 1 : 0);
