/** Where HelpCrunch's API stands (documented). */
export const defaultBaseUrl = 'https://api.helpcrunch.com/v1';

/** Why a text cannot be used as the base URL. */
export type BaseUrlIssue =
  | 'not-a-url'
  | 'angle-brackets'
  | 'blank-inside'
  | 'not-https'
  | 'credentials'
  | 'query';

export type BaseUrlReading =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly issue: BaseUrlIssue };

/**
 * Checks a base URL, version included: https, or http on loopback only, so that no key crosses a network in the clear.
 * Comes back without a slash at its end.
 */
export function readBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim();
  const issue = baseUrlIssue(trimmed);
  return issue ? { ok: false, issue } : { ok: true, url: new URL(trimmed).href.replace(/\/+$/, '') };
}

function baseUrlIssue(text: string): BaseUrlIssue | undefined {
  if (/[<>]/.test(text)) return 'angle-brackets';
  if (/\s/.test(text)) return 'blank-inside';
  if (!URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.username || url.password) return 'credentials';
  // A parsed URL does not show a bare `?` or `#`, which would still swallow the path after it.
  if (/[?#]/.test(text)) return 'query';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return undefined;
  return url.protocol === 'http:' ? 'not-https' : 'not-a-url';
}

/** `hostname` as the URL parser normalizes it: 127.1 is already 127.0.0.1. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
