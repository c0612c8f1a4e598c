#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { startNodeServer } from '../node.ts';
import { usage } from './usage.ts';

const [argument = ''] = process.argv.slice(2);

if (/^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/.test(argument)) {
  startNodeServer({
    schemaFeatures: async () => (await import('../schema/schema-features.ts')).createSchemaFeatures(),
    rulesUrl: new URL('rules.md', import.meta.url).href,
  });
} else if (argument === '--version') {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  process.stdout.write(`${JSON.parse(manifest).version}\n`);
} else {
  process.exitCode = argument === '--help' ? 0 : 2;
  (argument === '--help' ? process.stdout : process.stderr).write(usage);
}
