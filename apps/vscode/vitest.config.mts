import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testConfig } from '../../vitest.base.ts';

// No test comes near what the kit keeps for the person who runs it.
export default testConfig({ env: { HELPCRUNCH_STATE_DIR: join(tmpdir(), 'helpcrunch-test-state') } });
