import { stripVTControlCharacters } from 'node:util';
import { variantsOf } from './variants.ts';

/** Something that was shown, written or kept. */
export interface Artefact {
  readonly name: string;
  readonly text: string;
}

/** So much of a key, from its beginning or its end, is too much already. */
const piece = 12;

/** Where the key, or a piece of it, is to be seen, in whatever writing and across whatever line ends; a place each. */
export function findKey(key: string, artefacts: readonly Artefact[]): string[] {
  const wanted = [
    ...variantsOf(key),
    { name: 'its beginning', text: key.slice(0, piece) },
    { name: 'its end', text: key.slice(-piece) },
  ];
  return artefacts.flatMap(({ name, text }) => {
    const joined = stripVTControlCharacters(text).replaceAll(/[\s│|]+/g, '');
    const found = wanted.find((variant) => text.includes(variant.text) || joined.includes(variant.text));
    return found ? [`${found.name} in ${name}`] : [];
  });
}
