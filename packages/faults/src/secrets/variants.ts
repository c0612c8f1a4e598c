/** A key as programs write it down, on purpose or by accident. */
export interface Variant {
  readonly name: string;
  readonly text: string;
}

export function variantsOf(key: string): readonly Variant[] {
  const written: readonly (readonly [string, string])[] = [
    ['plain', key],
    ['URL-encoded', encodeURIComponent(key)],
    ['JSON-escaped', JSON.stringify(key).slice(1, -1)],
    ['JSON-escaped as PHP does it', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
    ['HTML-escaped', key.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')],
    ['base64', base64(key)],
    ['base64 of the header', base64(`Bearer ${key}`)],
    ['base64url', Buffer.from(key).toString('base64url')],
    ['hex', Buffer.from(key).toString('hex')],
  ];
  const seen = new Set<string>();
  return written.flatMap(([name, text]) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ name, text }];
  });
}

/** Without its padding, and the last digits that depend on what comes after. */
function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '');
}
