import { execFile, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { hangGuardMs } from './hang-guard.ts';
import type { Host, Settings } from './host.ts';
import { newFolder, packageFolder } from './places.ts';
import { quietSettings } from './quiet-settings.ts';
import { serverProcesses } from './server-process.ts';
import { nodeBinary } from './set-up-code-server.ts';

/** VS Code with its extension host in Node: code-server, with the packaged extension installed. */
export async function startNodeHost(vsix: string, settings: Settings): Promise<Host> {
  const home = newFolder();
  const data = join(home, 'd');
  const state = join(home, 's');
  const extensions = join(home, 'x');
  for (const path of [extensions, state, join(data, 'User'), join(data, 'Machine')])
    mkdirSync(path, { recursive: true });
  function change(others: Settings): void {
    const text = JSON.stringify({ ...quietSettings, ...settings, ...others });
    writeFileSync(join(data, 'User', 'settings.json'), text);
    // Settings of the machine are read from the remote's own file.
    writeFileSync(join(data, 'Machine', 'settings.json'), text);
  }
  change({});

  const entry = join(packageFolder('code-server'), 'out', 'node', 'entry.js');
  const common = [
    '--user-data-dir',
    data,
    '--extensions-dir',
    extensions,
    '--config',
    join(home, 'config.yaml'),
  ];
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    EXTENSIONS_GALLERY: '{}',
    HELPCRUNCH_STATE_DIR: state,
  };
  // Its error carries what was printed.
  await promisify(execFile)(nodeBinary, [entry, ...common, '--install-extension', vsix], { env });

  let opened = 0;
  const port = await freePort();
  const output = join(home, 'output.txt');
  const file = openSync(output, 'w');
  const flags = [
    '--auth=none',
    `--bind-addr=127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--ignore-last-opened',
    '--disable-proxy',
  ];
  const child = spawn(nodeBinary, [entry, ...common, ...flags], {
    env,
    detached: true,
    stdio: ['ignore', file, file],
  });
  await answers(`http://127.0.0.1:${port}/healthz`, () => readFileSync(output, 'utf8'));
  return {
    kind: 'node',
    origin: `http://127.0.0.1:${port}`,
    change,
    openFolder(files, others = {}) {
      opened += 1;
      change(others);
      // Of its own for each: what is unsaved in one is kept for it and for no other.
      const folder = join(home, `w${opened}`);
      mkdirSync(folder);
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`;
    },
    async prepare() {},
    languageServers: () => serverProcesses(home),
    traces: [data, state, output],
    async [Symbol.asyncDispose]() {
      // The whole group: extension hosts outlive their server.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

async function answers(url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + hangGuardMs;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`code-server did not start:\n${output()}`);
}
