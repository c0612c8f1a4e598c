/**
 * Whether a Host header names this machine, with or without a port.
 *
 * A web page can point a name of its own at 127.0.0.1 and so become "same origin" with a local server (DNS
 * rebinding); its requests then carry that name.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host ?? '');
}
