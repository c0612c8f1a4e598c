/** The oldest Node that runs this program, as its package.json says. */
export const oldestNode = '22.12';

/** What to say on a Node that is too old; `undefined` on any other. */
export function validateNodeVersion(nodeVersion: string): string | undefined {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  return isOld ? `This program needs Node ${oldestNode} or newer; this is Node ${nodeVersion}.` : undefined;
}

const proxyNames = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'] as const;

/** The variables that Node reads, in the order in which it heeds them. */
const directNames = ['no_proxy', 'NO_PROXY'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the proxy that the environment names; `undefined` when it can be used, or none is asked for. */
export function validateProxy(environment: Environment): string | undefined {
  if (!isAskedFor(environment)) return undefined;
  const name = proxyNames.find((each) => environment[each] && !isProxyUrl(environment[each]));
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

/**
 * Keeps requests to an API on this machine from going to a proxy: they are not encrypted, and the proxy would be shown
 * the key. Plain http is for this machine alone, so that is all there is to look at. Writes to the environment, where
 * Node looks for hosts to be reached directly at every request.
 */
export function reachLoopbackDirectly(
  environment: Record<string, string | undefined>,
  baseUrl = environment['HELPCRUNCH_BASE_URL']?.trim() ?? '',
): void {
  if (!URL.canParse(baseUrl)) return;
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol !== 'http:') return;
  const name = directNames.find((known) => environment[known] !== undefined) ?? 'NO_PROXY';
  environment[name] = [environment[name], hostname].filter(Boolean).join(',');
}
