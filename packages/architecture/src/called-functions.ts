import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/**
 * The functions of core that run while `act` does, as `api/exchange.ts post`: what V8 counted, not what the code seems to
 * do. Only named functions are there.
 */
export async function calledFunctions(act: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const built = new URL('.', import.meta.resolve('@helpcrunch-customer-kit/core')).href;
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await act();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return new Set(
      result
        .filter(({ url }) => url.startsWith(built))
        .flatMap(({ url, functions }) =>
          functions
            .filter(({ ranges: [whole] }) => (whole?.count ?? 0) > 0)
            .map(({ functionName }) => `${sourceOf(url, built)} ${functionName}`),
        ),
    );
  } finally {
    session.disconnect();
  }
}

function sourceOf(url: string, built: string): string {
  return fileURLToPath(url).slice(fileURLToPath(built).length).replaceAll('\\', '/').replace(/\.js$/, '.ts');
}
