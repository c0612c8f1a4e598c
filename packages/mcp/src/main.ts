#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { validateNodeVersion } from '@helpcrunch-customer-kit/local/start-checks';

// Nothing else is imported here: agents start this program with whatever Node is there, and an old one would fail at a
// later line with a stack trace.
const problem = validateNodeVersion(process.versions.node);
if (problem === undefined) {
  // While the rest is loaded, V8 would let the young generation grow to 16 MB and keep it. A server that mostly waits
  // needs none of that.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Not awaited: the editor's copy of this program is CommonJS.
  void import('./serve.ts').then(({ run }) => run(process.argv.slice(2)));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
