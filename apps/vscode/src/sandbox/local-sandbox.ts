import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import type { Listen, Listener } from '../contract/app-interface.ts';

export interface LocalSandbox {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly scenario: ScenarioName | undefined;
  /** Where it listens, while it does. */
  readonly listener: Listener | undefined;
  readonly canListen: boolean;
  useScenario(name: ScenarioName | undefined): void;
  /** @throws what the system says when the port cannot be had. */
  start(port: number): Promise<Listener>;
  stop(): Promise<void>;
}

export const usualPort = 4010;

/** The window's own sandbox: answers in this process, and on a port too while somebody wants that. */
export function createLocalSandbox(listen: Listen | undefined): LocalSandbox {
  const sandbox = createSandbox();
  let scenario: ScenarioName | undefined;
  let listener: Listener | undefined;
  return {
    fetch: (request) => sandbox.fetch(request),
    get scenario() {
      return scenario;
    },
    get listener() {
      return listener;
    },
    canListen: listen !== undefined,
    useScenario(name) {
      sandbox.useScenario(name);
      scenario = name;
    },
    async start(port) {
      if (!listen) throw new Error('nothing can listen in a browser');
      listener ??= await listen(sandbox, { port });
      return listener;
    },
    async stop() {
      const closing = listener;
      listener = undefined;
      await closing?.close();
    },
  };
}
