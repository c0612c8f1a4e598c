import { type CustomerFieldKey, customerField, customerFields } from '@helpcrunch-customer-kit/core';

export type CustomDataType = 'text' | 'number' | 'boolean';

/** Where the cells of a column go. */
export type Target =
  | { readonly kind: 'field'; readonly key: Exclude<CustomerFieldKey, 'tags' | 'customData'> }
  | { readonly kind: 'first-name' | 'last-name' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'custom-data'; readonly property: string; readonly type: CustomDataType }
  /** A JSON list or object of custom data. */
  | { readonly kind: 'all-custom-data' }
  | { readonly kind: 'ignore' };

/** True for a field of dates. */
export function isDate(target: Target | undefined): boolean {
  return target?.kind === 'field' && customerField(target.key)?.kind === 'date';
}

export const ignore: Target = { kind: 'ignore' };

const fieldTargets = customerFields.flatMap(({ key }) =>
  key === 'tags' || key === 'customData'
    ? []
    : [[key.toLowerCase(), { kind: 'field', key } as Target] as const],
);

const namedTargets = new Map<string, Target>([
  ...fieldTargets,
  ['name.first', { kind: 'first-name' }],
  ['name.last', { kind: 'last-name' }],
  ['tags', { kind: 'tags' }],
  ['customdata', { kind: 'all-custom-data' }],
  ['ignore', ignore],
]);

const customDataPattern = /^custom ?data\.(?<property>.+?)(?::(?<type>text|number|boolean))?$/i;

/** Reads a target as a mapping file or `--column` writes it: `email`, `name.first`, `customData.seats:number`. */
export function readTarget(text: string): Target | undefined {
  const trimmed = text.trim();
  const named = namedTargets.get(trimmed.toLowerCase());
  if (named) return named;
  const { property, type = 'text' } = customDataPattern.exec(trimmed)?.groups ?? {};
  return property === undefined
    ? undefined
    : { kind: 'custom-data', property, type: type.toLowerCase() as CustomDataType };
}

/** A target as `readTarget` reads it. */
export function writeTarget(target: Target): string {
  switch (target.kind) {
    case 'field':
      return target.key;
    case 'first-name':
      return 'name.first';
    case 'last-name':
      return 'name.last';
    case 'tags':
      return 'tags';
    case 'all-custom-data':
      return 'customData';
    case 'custom-data':
      return `customData.${target.property}${target.type === 'text' ? '' : `:${target.type}`}`;
    case 'ignore':
      return 'ignore';
    default: {
      const unreachable: never = target;
      return unreachable;
    }
  }
}

/** Every name that `readTarget` knows, for messages and completion. */
export const targetNames: readonly string[] = [...namedTargets.values()]
  .map(writeTarget)
  .concat('customData.PROPERTY');
