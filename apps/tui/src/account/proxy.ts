const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the proxy that the environment names; `undefined` when it can be used, or none is asked for. */
export function proxyProblem(environment: Environment): string | undefined {
  if (!isAskedFor(environment)) return undefined;
  const name = names.find((each) => environment[each] && !isProxyUrl(environment[each]));
  if (name === undefined) return undefined;
  const value = environment[name] ?? '';
  // Before an @ there may be a password.
  const shown = value.includes('@') ? '' : `: "${value}"`;
  return `${name} is not a proxy URL${shown}. Example: http://proxy.example:8080`;
}

/**
 * Sends requests through the proxy that the environment names. Node does so by itself, but before the program starts,
 * and a malformed one ends it with a stack trace: the root's script switches that off, and leaves it to the program.
 */
export async function applyProxy(environment: Environment, nodeArguments: readonly string[]): Promise<void> {
  if (isAskedFor(environment) && nodeArguments.includes('--no-use-env-proxy')) {
    // Loaded on demand: it sets up Node's HTTP client.
    const { setGlobalProxyFromEnv } = await import('node:http');
    setGlobalProxyFromEnv({ ...environment });
  }
}

function isAskedFor(environment: Environment): boolean {
  return environment['NODE_USE_ENV_PROXY'] === '1';
}

function isProxyUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
