import { readJsonObject } from '../reading/read-json.ts';

/** A create's body with some of its fields replaced; one that is no JSON object stays as it is, to be refused. */
export function changeBody(
  body: string,
  change: (customer: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): string {
  const read = readJsonObject(body);
  return read.ok ? JSON.stringify(change(read.value)) : body;
}
