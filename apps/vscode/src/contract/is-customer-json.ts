/** How far into a file `$schema` is looked for; it stands at the top by custom. */
const head = 1000;

/**
 * Customer JSON: `*.customer.json`, `*.customers.json`, or a file whose `$schema` is ours. Only there does anything
 * appear by itself. `text` may be the beginning alone.
 */
export function isCustomerJson(path: string, text: string): boolean {
  if (/\.customers?\.jsonc?$/i.test(path)) return true;
  return /"\$schema"\s*:\s*"helpcrunch:\/\//.test(text.slice(0, head));
}
