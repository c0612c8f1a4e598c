import { testConfig } from '../../vitest.base.ts';

// Programs in pseudo-terminals are child processes with signals: each worker is a process of its own.
export default testConfig({ pool: 'forks' });
