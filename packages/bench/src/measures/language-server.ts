import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type OpenServer, openServer } from '../language-server/connect.ts';
import { languageServer, peersFolder } from '../places.ts';
import { memoryNow } from '../process-memory.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { customersOf } from '../samples/customer-texts.ts';
import { strictSchema } from '../samples/strict-schema.ts';
import { takeRounds } from '../statistics/rounds.ts';

const peer = 'VS Code’s JSON server';
const peerScript = join(
  peersFolder,
  'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server',
);
const settings = {
  json: {
    validate: { enable: true },
    schemas: [
      { url: 'schema://customers', fileMatch: ['*'], schema: { type: 'array', items: strictSchema } },
    ],
  },
};

/** Both servers over standard streams, asked in turn after the same edit; milliseconds, and megabytes held in the end. */
export async function measureLanguageServer(
  kilobytes: number,
  rounds: number,
): Promise<Record<string, Figure>> {
  const text = customersOf(kilobytes * 1024);
  await using own = await openServer(languageServer, text);
  await using other = await openServer(peerScript, text, settings);
  await mustFind(own, other);
  const contest = (ask: (server: OpenServer) => Promise<unknown>) => {
    const timed = (server: OpenServer) => async () => {
      const start = performance.now();
      await server.edit();
      await ask(server);
      return performance.now() - start;
    };
    return takeRounds({ [ours]: timed(own), [peer]: timed(other) }, { rounds, warmUps: 30 });
  };
  const diagnostics = toFigure(await contest((server) => server.diagnostics()));
  const completion = toFigure(await contest((server) => server.completion()));
  const memory = { [ours]: memoryNow(own.pid), [peer]: memoryNow(other.pid) };
  return {
    [`diagnostics-${kilobytes}`]: diagnostics,
    [`completion-${kilobytes}`]: completion,
    ...(memory[ours] === undefined ? {} : { [`server-memory-${kilobytes}`]: memoryFigure(memory) }),
  };
}

function memoryFigure(memory: Readonly<Record<string, number | undefined>>): Figure {
  return toFigure(
    Object.fromEntries(Object.entries(memory).map(([name, megabytes]) => [name, [megabytes ?? Number.NaN]])),
  );
}

/** A server that finds nothing would be fast for nothing. */
async function mustFind(...servers: readonly OpenServer[]): Promise<void> {
  for (const server of servers) {
    const report = (await server.diagnostics()) as { readonly items?: readonly unknown[] };
    if (!report.items?.length) throw new Error('A language server finds nothing in what has findings.');
  }
}
