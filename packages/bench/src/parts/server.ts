import { globSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { atMost, type Budget, budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import {
  type Feature,
  type LanguageClient,
  type OpenDocument,
  type ServerOptions,
  startServer,
} from '../support/language-client.ts';
import { processMemory } from '../support/processes.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** The server that answers for the same files in VS Code. */
const jsonServer = 'VS Code’s JSON server';

const sizes = { 5: 5, 20: 10, 200: 40 } as const;
const kilobytes = [5, 20, 200] as const;
const asked = [
  ['diagnostic', 'Diagnostics', 0.5],
  ['completion', 'Completion', 1],
  ['hover', 'Hover', 1],
  ['documentSymbol', 'Symbols', undefined],
] as const;

export const server: Part = {
  name: 'server',
  title: 'The language server, in a process of its own, after a letter typed into a list of customers',
  budgets: [
    ...kilobytes.map((size) =>
      budget(p95(`diagnostic-${size}`, `Diagnostics, ${size} KB, p95`), atMost(sizes[size])),
    ),
    budget(p95('completion-20', 'Completion, 20 KB, p95'), atMost(10)),
    ...asked.map(
      ([feature, title, ratio]): Budget =>
        budget(
          { figure: `${feature}-200-beside`, title: `${title}, 200 KB`, unit: 'ms' },
          ...(ratio === undefined ? [] : [times(ratio, jsonServer)]),
        ),
    ),
    budget({ figure: 'open-200', title: 'From opening 200 KB to its diagnostics, cold', unit: 'ms' }),
    budget(p95('csv-edit', 'Diagnostics, CSV of 10,000 rows, p95'), atMost(150)),
    budget(
      { figure: 'csv-open', title: 'From opening that to its diagnostics, cold', unit: 'ms' },
      atMost(1000),
    ),
    budget({ figure: 'server-memory-20', title: 'Memory after 260 edits of 20 KB', unit: 'MB' }, atMost(80)),
    budget({ figure: 'server-memory-200', title: 'The same for 200 KB', unit: 'MB' }, atMost(100)),
  ],
  measure: async () => {
    const measured: Measured = {};
    for (const size of kilobytes) Object.assign(measured, await measureEdits(size, 100));
    return {
      ...measured,
      ...(await measureBeside(40)),
      ...(await measureCsv(40)),
      ...(await measureOpening(8)),
    };
  },
};

function p95(figure: string, title: string) {
  return { figure, title, unit: 'ms', statistic: 'p95' } as const;
}

const own: ServerOptions = {
  script: fileURLToPath(
    new URL('../../../language-server/dist/bin/helpcrunch-language-server.js', import.meta.url),
  ),
  initializationOptions: {},
};

/** The one of the editor in which the end-to-end tests run; `undefined` where that is not installed. */
function findJsonServer(): ServerOptions | undefined {
  const path = 'code-server/lib/vscode/extensions/json-language-features/server/dist/node/jsonServerMain.js';
  const [script] = globSync(`apps/vscode/e2e/node_modules/.pnpm/code-server@*/node_modules/${path}`, {
    cwd: root,
  });
  if (script === undefined) return undefined;
  const schema = JSON.parse(readFileSync(`${root}/apps/vscode/dist/customer.schema.json`, 'utf8'));
  return {
    script: `${root}/${script}`,
    initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: false },
    configuration: {
      settings: {
        json: {
          validate: { enable: true },
          schemas: [{ fileMatch: ['*.customers.json'], url: 'file:///customer.schema.json', schema }],
        },
      },
    },
  };
}

/** Answers after each edit, milliseconds; and megabytes held in the end. */
async function measureEdits(size: number, rounds: number): Promise<Measured> {
  await using client = await startServer(own, customersOf(size * 1024));
  await mustFindIssues(client);
  const diagnostics = await takeRounds(
    { [ours]: () => afterEdit(client, 'diagnostic') },
    { rounds, warmUps: 30 },
  );
  const completion = await takeRounds(
    { [ours]: () => afterEdit(client, 'completion') },
    { rounds, warmUps: 30 },
  );
  const memory = processMemory(client.pid, 'VmRSS');
  return {
    [`diagnostic-${size}`]: toFigure(diagnostics),
    [`completion-${size}`]: toFigure(completion),
    ...(memory === undefined ? {} : { [`server-memory-${size}`]: toFigure({ [ours]: [memory] }) }),
  };
}

/** Each answer beside the one of VS Code's JSON server, which has the same document open and is edited as well. */
async function measureBeside(rounds: number): Promise<Measured> {
  const peer = findJsonServer();
  if (!peer) {
    process.stderr.write(
      'Left out VS Code’s JSON server: the editor of the end-to-end tests is not installed.\n',
    );
    return {};
  }
  const document = customersOf(200 * 1024);
  await using client = await startServer(own, document);
  await using other = await startServer(peer, document);
  const measured: Measured = {};
  for (const [feature] of asked) {
    const samples = await takeRounds(
      { [ours]: () => afterEdit(client, feature), [jsonServer]: () => afterEdit(other, feature) },
      { rounds, warmUps: 10 },
    );
    measured[`${feature}-200-beside`] = toFigure(samples);
  }
  return measured;
}

async function measureCsv(rounds: number): Promise<Measured> {
  await using client = await startServer(own, tableOf(10_000));
  await mustFindIssues(client);
  const samples = await takeRounds({ [ours]: () => afterEdit(client, 'diagnostic') }, { rounds, warmUps: 5 });
  return { 'csv-edit': toFigure(samples) };
}

/** In a server that just started. */
async function measureOpening(rounds: number): Promise<Measured> {
  const open = async (options: ServerOptions, document: OpenDocument) => {
    await using client = await startServer(options, document);
    const start = performance.now();
    await client.ask('diagnostic');
    return performance.now() - start;
  };
  const [list, table] = [customersOf(200 * 1024), tableOf(10_000)];
  const peer = findJsonServer();
  const servers = { [ours]: own, ...(peer ? { [jsonServer]: peer } : {}) };
  const programs = Object.entries(servers).map(
    ([name, options]) => [name, () => open(options, list)] as const,
  );
  const lists = await takeRounds(Object.fromEntries(programs), { rounds, warmUps: 1 });
  const tables = await takeRounds({ [ours]: () => open(own, table) }, { rounds, warmUps: 1 });
  return { 'open-200': toFigure(lists), 'csv-open': toFigure(tables) };
}

async function afterEdit(client: LanguageClient, feature: Feature): Promise<number> {
  const start = performance.now();
  await client.edit();
  await client.ask(feature);
  return performance.now() - start;
}

/** A server that finds nothing would be fast for nothing. */
async function mustFindIssues(client: LanguageClient): Promise<void> {
  const report = (await client.ask('diagnostic')) as { readonly items?: readonly unknown[] };
  if (!report.items?.length)
    throw new Error('The language server found no issue in customers that have some.');
}

/** A list of customers of about this size: mostly valid, with an issue in every tenth. */
function customersOf(bytes: number): OpenDocument {
  const customers: string[] = [];
  let size = 0;
  while (size < bytes) {
    const text = JSON.stringify(sampleCustomer(customers.length), undefined, 2);
    customers.push(text);
    size += text.length + 2;
  }
  const text = `[\n${customers.join(',\n')}\n]\n`;
  const uri = 'file:///bench.customers.json';
  const editAt = text.indexOf('Customer 0');
  return { uri, languageId: 'json', text, editAt, askAt: text.indexOf('"locale": "') + '"locale": "'.length };
}

/** Every tenth has a locale that HelpCrunch does not know. */
function sampleCustomer(index: number): Record<string, unknown> {
  return {
    name: `Customer ${index}`,
    email: `customer-${index}@example.com`,
    userId: `user-${index}`,
    firstSeen: String(1_603_885_746 + index),
    locale: index % 10 === 0 ? 'pt-br' : 'uk',
    tags: [{ name: `tag-${index % 50}`, color: index % 2 === 0 ? 'rebeccapurple' : '#ff0000' }],
    customData: { plan: 'pro', seats: index, trial: false },
  };
}

function tableOf(rows: number): OpenDocument {
  const lines = Array.from({ length: rows }, (_, index) => {
    const { name, email, userId, firstSeen, locale } = sampleCustomer(index);
    return [name, email, userId, firstSeen, locale].join(',');
  });
  const text = `name,email,userId,firstSeen,locale\n${lines.join('\n')}\n`;
  const editAt = text.indexOf('Customer 0');
  return { uri: 'file:///bench.customers.csv', languageId: 'csv', text, editAt, askAt: editAt };
}
