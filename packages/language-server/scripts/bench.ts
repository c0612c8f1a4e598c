// Latency after an edit and memory of the built server, beside vscode-json-languageservice on the same schema.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCustomerService } from '../src/service/customer-service.ts';
import { connectBuilt } from '../test/lsp/built.ts';
import { customersOf } from './bench/customer-texts.ts';
import { createJsonServer } from './bench/json-server.ts';
import { measure, shown, warmUps } from './bench/percentiles.ts';
import { processUse } from './bench/process-use.ts';

/** Kilobytes; others can be named on the command line. */
const named = process.argv.slice(2).map(Number);
const sizes = named.length > 0 ? named : [2, 5, 20, 200, 2000];
const uri = 'file:///bench.customers.json';

/** A letter goes into the first name, and out again. */
function editOf(index: number) {
  const start = { line: 2, character: 13 };
  const end = { line: 2, character: index % 2 === 0 ? 13 : 14 };
  return { range: { start, end }, text: index % 2 === 0 ? 'x' : '' };
}

async function overStdio(text: string, runs: number) {
  const client = await connectBuilt();
  await client.open(uri, text);
  let version = 1;
  const before = await processUse(client.server.pid);
  const diagnostics = await measure(runs, async (index) => {
    version += 1;
    await client.change(uri, version, [editOf(index)]);
    await client.ask('textDocument/diagnostic', { textDocument: { uri } });
  });
  const after = await processUse(client.server.pid);
  const processor = (after.processor - before.processor) / (runs + warmUps);
  const completion = await measure(runs, async (index) => {
    version += 1;
    await client.change(uri, version, [editOf(index)]);
    // In the first customer's locale.
    await client.ask('textDocument/completion', {
      textDocument: { uri },
      position: { line: 6, character: 15 },
    });
  });
  const { memory } = await processUse(client.server.pid);
  await client.end();
  return { diagnostics, processor, completion, memory };
}

async function inProcess(text: string, runs: number) {
  const service = createCustomerService({ now: Date.now });
  const validate = createJsonServer();
  const measureEdits = (judge: (document: TextDocument) => unknown) => {
    const document = TextDocument.create(uri, 'json', 1, text);
    return measure(runs, (index) => judge(TextDocument.update(document, [editOf(index)], index + 2)));
  };
  return {
    own: await measureEdits((document) => service.diagnostics(document)),
    json: await measureEdits(validate),
  };
}

console.log('Milliseconds, p50 / p95; processor time of the server an edit; megabytes now / at most\n');
console.log(
  '| size | diagnostics over stdio | processor | completion over stdio | diagnostics | JSON service | memory |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|');
for (const size of sizes) {
  const text = customersOf(size * 1024);
  const runs = size > 1000 ? 20 : 100;
  const stdio = await overStdio(text, runs);
  const { own, json } = await inProcess(text, runs);
  const memory = `${stdio.memory.now.toFixed(0)} / ${stdio.memory.most.toFixed(0)}`;
  console.log(
    `| ${size} KB | ${shown(stdio.diagnostics)} | ${stdio.processor.toFixed(1)} | ${shown(stdio.completion)} | ${shown(own)} | ${shown(json)} | ${memory} |`,
  );
}
