import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testConfig } from '../../vitest.base.ts';

export default testConfig({
  // No test comes near what the kit keeps for the person who runs it.
  env: { HELPCRUNCH_STATE_DIR: join(tmpdir(), 'helpcrunch-test-state') },
  // Only the editor has its module. Files that use it can be imported; what is tested in them does without it.
  alias: { vscode: '@helpcrunch-customer-kit/testing/vscode/values' },
});
