import { testConfig } from '../../vitest.base.ts';

// A test sets the umask, which a worker thread cannot.
export default testConfig({ pool: 'forks' });
