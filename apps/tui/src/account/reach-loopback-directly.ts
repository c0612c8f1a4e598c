/** The variables that Node reads, in the order in which it heeds them. */
const names = ['no_proxy', 'NO_PROXY'] as const;

/**
 * Keeps requests to an API on this machine from going to a proxy: they are not encrypted, and the proxy would be shown
 * the key. Plain http is for this machine alone, so that is all there is to look at. Writes to the environment, where
 * Node looks for hosts to be reached directly at every request.
 */
export function reachLoopbackDirectly(environment: Record<string, string | undefined>): void {
  const baseUrl = environment['HELPCRUNCH_BASE_URL']?.trim() ?? '';
  if (!URL.canParse(baseUrl)) return;
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol !== 'http:') return;
  const name = names.find((known) => environment[known] !== undefined) ?? 'NO_PROXY';
  environment[name] = [environment[name], hostname].filter(Boolean).join(',');
}
