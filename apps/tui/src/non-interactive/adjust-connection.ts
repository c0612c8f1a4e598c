import type { Connection } from '@helpcrunch-customer-kit/core';

export interface ConnectionFlags {
  /** In milliseconds. */
  readonly answerTimeout: number | undefined;
  readonly verbose: boolean;
}

/** A connection as `--timeout` and `--verbose` want it. */
export function adjustConnection(
  connection: Connection,
  { answerTimeout = connection.answerTimeout, verbose }: ConnectionFlags,
  note: (line: string) => void,
): Connection {
  return { ...connection, answerTimeout, fetch: verbose ? logRequests(connection, note) : connection.fetch };
}

/** A `fetch` that notes every request and its status. Headers and bodies, and with them the key, are left out. */
function logRequests(
  { fetch, now }: Pick<Connection, 'fetch' | 'now'>,
  note: (line: string) => void,
): Connection['fetch'] {
  return async (request) => {
    const { method, url } = request;
    const start = now();
    note(`> ${method} ${url}`);
    try {
      const response = await fetch(request);
      note(`< ${response.status} ${method} ${url} (${now() - start} ms)`);
      return response;
    } catch (error) {
      note(`< no answer ${method} ${url} (${now() - start} ms)`);
      throw error;
    }
  };
}
