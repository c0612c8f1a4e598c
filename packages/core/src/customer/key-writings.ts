/** Shorter pieces stand in ordinary text. */
const shortest = 16;

/**
 * A secret as programs write it down when they repeat it: as it is, and escaped for URLs, JSON and HTML, in hex and in
 * base64, there also as a part of a longer text. The longest first, for hiding.
 */
export function keyWritings(secret: string): readonly string[] {
  if (secret === '') return [];
  const json = inJson(secret);
  const php = json.replaceAll('/', '\\/');
  const url = encodeURIComponent(secret);
  const hex = Array.from(new TextEncoder().encode(secret), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const escaped = [
    url,
    url.replaceAll(/%../g, (code) => code.toLowerCase()),
    json,
    php,
    // As .NET writes JSON.
    json.replaceAll('+', '\\u002B').replaceAll('=', '\\u003D'),
    // JSON within JSON, as an answer that quotes another.
    inJson(json),
    inJson(php),
    secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    secret.replaceAll('&', '&amp;').replaceAll('"', '&#34;').replaceAll("'", '&#039;'),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].map((before) => base64Within(secret, before)),
  ];
  const safe = escaped.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const others = [...escaped, ...safe].filter((text) => text.length >= shortest);
  return [...new Set([secret, ...others])].toSorted((one, other) => other.length - one.length);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What base64 makes of it so many bytes into a text: three bytes make four digits, so its ends belong to others too. */
function base64Within(secret: string, before: number): string {
  const bytes = new TextEncoder().encode(secret);
  const padded = String.fromCharCode(...new Uint8Array(before), ...bytes);
  const first = Math.ceil((before * 4) / 3);
  return btoa(padded).slice(first, Math.floor(((before + bytes.length) * 4) / 3));
}
