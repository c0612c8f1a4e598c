import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bundled like the file of a web worker. */
async function bundleForBrowser(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../dist/browser.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
  });
  return outputFiles[0]?.text ?? '';
}

test('startWorkerServer: serves over the port of a worker', async () => {
  const text = await bundleForBrowser();
  const { startWorkerServer } = await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  );
  const { port1, port2 } = new MessageChannel();
  startWorkerServer(port2);
  const answered = new Promise((resolve) => port1.once('message', resolve));
  port1.postMessage({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
  expect(await answered).toMatchObject({
    id: 1,
    result: { serverInfo: { name: 'helpcrunch-language-server' } },
  });
  port1.close();
});
