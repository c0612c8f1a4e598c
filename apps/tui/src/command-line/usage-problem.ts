import { closestWord } from '@helpcrunch-customer-kit/core/fields';
import { commands } from './commands.ts';
import { type Flag, fieldFlags, generalFlags } from './flags.ts';

/** One part of a command line, as Node's parser tells it. */
export type ArgumentToken =
  | {
      readonly kind: 'option';
      readonly name: string;
      /** As it was written, dashes included. */
      readonly rawName: string;
      readonly value: string | undefined;
      /** True for `--name=value`. */
      readonly inlineValue: boolean | undefined;
    }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

const flags = new Map<string, Flag>([...generalFlags, ...fieldFlags].map((flag) => [flag.name, flag]));

/** What is wrong with the first part of a command line that cannot be followed; `undefined` when all can. */
export function usageProblem(tokens: readonly ArgumentToken[]): string | undefined {
  for (const token of tokens) {
    const problem = token.kind === 'option' ? optionProblem(token) : strayProblem(token);
    if (problem !== undefined) return problem;
  }
  return repeatedProblem(tokens);
}

function optionProblem(token: Extract<ArgumentToken, { kind: 'option' }>): string | undefined {
  const { name, rawName, value, inlineValue } = token;
  const flag = flags.get(name);
  if (!flag) return unknownProblem(rawName, name);
  if (flag.kind === 'switch') {
    return value === undefined ? undefined : `--${name} takes no value: write it alone, or leave it out.`;
  }
  if (value === undefined || (value === '' && generalFlags.some((general) => general.name === name))) {
    return `--${name} needs a value: --${name} ${flag.value}.`;
  }
  if (inlineValue || !value.startsWith('-') || value === '-') return undefined;
  if (flags.has(value.replace(/^--/, ''))) return `--${name} needs a value, and ${value} follows it.`;
  // What is longer may be anything, a key too.
  const written = value.length <= 16 ? value : 'VALUE';
  return `--${name} is followed by something with a dash in front; if that is its value, write --${name}=${written}.`;
}

function unknownProblem(rawName: string, name: string): string {
  if (/key|token|secret|bearer|auth/i.test(name))
    return 'No flag takes a key: set HELPCRUNCH_API_KEY, or keep the key with the command login.';
  const meant = rawName.startsWith('--') ? nearest(name) : undefined;
  return meant === undefined
    ? `${rawName} is no option.`
    : `${rawName} is no option; did you mean --${meant}?`;
}

/** Names are written in many ways: `userId` and `user_id` are `user-id`, and `custom` begins one name alone. */
function nearest(name: string): string | undefined {
  const kebab = name
    .replaceAll(/[A-Z]/g, (letter) => `-${letter}`)
    .replaceAll('_', '-')
    .toLowerCase();
  const begun = [...flags.keys()].filter((known) => known.startsWith(`${kebab}-`));
  if (begun.length === 1) return begun[0];
  return closestWord(kebab, flags.keys(), Math.ceil(kebab.length / 4));
}

function strayProblem(token: Exclude<ArgumentToken, { kind: 'option' }>): string | undefined {
  if (token.kind === 'option-terminator') return undefined;
  const { value } = token;
  const names = [...commands.map(({ name }) => name), 'help'];
  if (names.includes(value)) return `${value} is a command: it comes first, before any option.`;
  const meant = closestWord(value.toLowerCase(), names, Math.floor(value.length / 4));
  return meant === undefined
    ? `"${value}" belongs to no option; a value stands behind its option, as in --name "Ada Lovelace".`
    : `"${value}" is no command; did you mean ${meant}?`;
}

/** A second value would take the place of the first without a word. */
function repeatedProblem(tokens: readonly ArgumentToken[]): string | undefined {
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const single = names.filter((name) => flags.get(name)?.kind === 'text');
  const repeated = single.find((name, index) => single.indexOf(name) !== index);
  return repeated === undefined ? undefined : `--${repeated} is given twice; give it once.`;
}
