// Takes the pictures of the README again, from scenarios.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A picture and a part of the name of the scenario that takes it. */
const pictures = [
  ['created.webp', 'first use'],
  ['refused.webp', 'a refusal'],
] as const;

mkdirSync(at('pictures'), { recursive: true });
for (const [picture, scenario] of pictures) {
  const args = [at('scripts/test-e2e.mts'), 'node', scenario, '--pictures'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  copyFileSync(at(`e2e/artifacts/node-${picture}`), at(`pictures/${picture}`));
}
