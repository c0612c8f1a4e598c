import { customerField } from '../customer/fields.ts';
import { type JsonPointer, toPointer } from '../customer/json.ts';

const fieldPath = /^(?:customers?(?:\[\d+\])?\.)?(?<field>[A-Za-z]+)(?<rest>(?:\[\w+\]|\.\w+)*)$/;
const takenOrMalformed = /^invalid_(?<field>[A-Za-z]+)_value$/;

/**
 * The place in the payload that an error's code names: `tags[0].name` → `/tags/0/name` (documented), and
 * `invalid_userId_value` → `/userId` (seen). `undefined` for a code that names no field of ours.
 */
export function apiErrorPath(code: string): JsonPointer | undefined {
  const groups = (takenOrMalformed.exec(code) ?? fieldPath.exec(code))?.groups;
  const field = groups?.['field'];
  if (field === undefined || !customerField(field)) return undefined;
  const rest = (groups?.['rest'] ?? '').split(/[[\].]+/).filter((segment) => segment !== '');
  return toPointer([field, ...rest]);
}
