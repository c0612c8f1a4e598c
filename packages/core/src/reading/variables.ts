import { isJsonObject, type JsonValue } from '../customer/json.ts';

/** A placeholder in customer JSON for a value that is not known before the customer is sent. */
export const variables = {
  uuid: 'a random UUID',
  timestamp: 'the time of the send in seconds since 1970',
  counter: 'the next number of this workspace',
} as const;

export type VariableName = keyof typeof variables;

/** The value of each variable that a customer uses. */
export type VariableValues = Readonly<Partial<Record<VariableName, string>>>;

/** Returns a new value of a variable. */
export type VariableSource = (name: VariableName) => string;

/** A variable in a text, or what looks like one. */
export interface WrittenVariable {
  /** As it is written, such as `{{uuid}}`. */
  readonly written: string;
  readonly offset: number;
  /** `undefined` where no variable has this name. */
  readonly name: VariableName | undefined;
}

/** A word, also with the `$` and the arguments that other tools have. */
const pattern = /\{\{\s*(\$?[A-Za-z][\w.]*)(?:\s[^{}]*)?\}\}/g;

/** What other tools call a variable that is here, too. */
const otherNames: Readonly<Record<string, VariableName>> = {
  $uuid: 'uuid',
  guid: 'uuid',
  $guid: 'uuid',
  $timestamp: 'timestamp',
};

export function variablesIn(text: string): WrittenVariable[] {
  if (!text.includes('{{')) return [];
  return [...text.matchAll(pattern)].map(({ 0: written, 1: word = '', index }) => {
    const isPlain = /^\{\{\s*\$?\w+\s*\}\}$/.test(written);
    return { written, offset: index, name: isPlain ? nameOf(word) : undefined };
  });
}

function nameOf(word: string): VariableName | undefined {
  if (Object.hasOwn(variables, word)) return word as VariableName;
  return Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
}

/**
 * Replaces the variables in every text of a value; keys stay.
 *
 * @example
 * resolveVariables({ userId: 'test-{{counter}}' }, () => '4'); // { userId: 'test-4' }
 */
export function resolveVariables(value: JsonValue, source: VariableSource): JsonValue {
  if (typeof value === 'string') {
    return value.includes('{{')
      ? value.replaceAll(pattern, (written) => {
          const [found] = variablesIn(written);
          return found?.name ? source(found.name) : written;
        })
      : value;
  }
  if (Array.isArray(value)) return value.map((item: JsonValue) => resolveVariables(item, source));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, part]) => [key, part === undefined ? part : resolveVariables(part, source)]),
  );
}

/** One value of each variable for a whole customer, with those that were used. */
export function oneOfEach(source: VariableSource): {
  readonly source: VariableSource;
  readonly used: VariableValues;
} {
  const used: Partial<Record<VariableName, string>> = {};
  return {
    used,
    source(name) {
      const value = used[name] ?? source(name);
      used[name] = value;
      return value;
    },
  };
}
