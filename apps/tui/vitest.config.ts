import { testConfig } from '../../vitest.base.ts';

export default testConfig({
  // Programs in pseudo-terminals are child processes with signals: each worker is a process of its own.
  pool: 'forks',
  // These tests mostly wait for such programs: more workers than cores finish sooner.
  maxWorkers: 4,
});
