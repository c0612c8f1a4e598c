/** Where HelpCrunch's API stands (documented). */
export const defaultBaseUrl = 'https://api.helpcrunch.com/v1';

/** Why a text is no usable base URL. */
export type BaseUrlProblem =
  | 'not-a-url'
  | 'angle-brackets'
  | 'blank-inside'
  | 'not-https'
  | 'credentials'
  | 'query';

export type BaseUrlReading =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: BaseUrlProblem };

/**
 * Checks a base URL, version included: https, or http on loopback only, so that no key crosses a network in the clear.
 * Comes back without a slash at its end.
 */
export function readBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim();
  const problem = baseUrlProblem(trimmed);
  return problem ? { ok: false, problem } : { ok: true, url: new URL(trimmed).href.replace(/\/+$/, '') };
}

function baseUrlProblem(text: string): BaseUrlProblem | undefined {
  if (/[<>]/.test(text)) return 'angle-brackets';
  if (/\s/.test(text)) return 'blank-inside';
  if (!URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.username || url.password) return 'credentials';
  // A bare `?` or `#` is no part of a parsed URL, and would swallow the path that comes after it all the same.
  if (/[?#]/.test(text)) return 'query';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return undefined;
  return url.protocol === 'http:' ? 'not-https' : 'not-a-url';
}

/** `hostname` as the URL parser normalises it: 127.1 is 127.0.0.1 there already. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
