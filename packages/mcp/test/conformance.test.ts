import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { expect, test } from 'vitest';
import { openPlace } from './connect.ts';
import { bridge } from './http-bridge.ts';

const suite = fileURLToPath(
  new URL('../../tools/node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url),
);

// The others ask for tools, prompts and resources of a server made for them, or are about HTTP.
test.each(['server-initialize', 'ping', 'tools-list'])(
  'the conformance suite passes: %s',
  async (scenario) => {
    await using place = await openPlace();
    await using served = await bridge(place.env);
    const folder = join(place.stateFolder, 'results');
    const words = ['server', '--url', served.baseUrl, '--scenario', scenario, '--output-dir', folder];
    const { stdout, stderr, code } = await runProgram([process.execPath, suite, ...words], {
      env: place.env,
    });
    expect(`${stdout}${stderr}`).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed, 0 warnings/);
    expect(code).toBe(0);
  },
);
