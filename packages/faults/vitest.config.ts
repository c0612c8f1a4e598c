import { testConfig } from '../../vitest.base.ts';

// Each file starts many programs: two files at once would only slow each other down.
export default testConfig({ fileParallelism: false });
