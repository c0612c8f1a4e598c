import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type OpenServer, openServer } from '../open-server.ts';
import { processMemory } from '../process-memory.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics.ts';

const script = fileURLToPath(
  new URL('../../../language-server/dist/bin/helpcrunch-language-server.js', import.meta.url),
);

/** The server over standard streams, asked after each edit; milliseconds, and megabytes held in the end. */
export async function measureLanguageServer(
  kilobytes: number,
  rounds: number,
): Promise<Record<string, Figure>> {
  await using server = await openServer(script, customersOf(kilobytes * 1024));
  await mustFindIssues(server);
  const measure = async (ask: () => Promise<unknown>) => {
    const afterEdit = async () => {
      const start = performance.now();
      await server.edit();
      await ask();
      return performance.now() - start;
    };
    return toFigure(await takeRounds({ [ours]: afterEdit }, { rounds, warmUps: 30 }));
  };
  const diagnostics = await measure(() => server.diagnostics());
  const completion = await measure(() => server.completion());
  const memory = processMemory(server.pid, 'VmRSS');
  return {
    [`diagnostics-${kilobytes}`]: diagnostics,
    [`completion-${kilobytes}`]: completion,
    ...(memory === undefined ? {} : { [`server-memory-${kilobytes}`]: toFigure({ [ours]: [memory] }) }),
  };
}

/** A server that finds nothing would be fast for nothing. */
async function mustFindIssues(server: OpenServer): Promise<void> {
  const report = (await server.diagnostics()) as { readonly items?: readonly unknown[] };
  if (!report.items?.length)
    throw new Error('The language server found no issue in customers that have some.');
}

/** A list of customers of about this size: mostly valid, with an issue in every tenth. */
function customersOf(bytes: number): string {
  const customers: string[] = [];
  let size = 0;
  while (size < bytes) {
    const text = JSON.stringify(sampleCustomer(customers.length), undefined, 2);
    customers.push(text);
    size += text.length + 2;
  }
  return `[\n${customers.join(',\n')}\n]\n`;
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
