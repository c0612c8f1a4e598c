/** Why the keychain is of no use. */
export type KeychainProblem =
  | 'switched-off'
  | 'not-installed'
  | 'unusable'
  | 'no-answer'
  | 'no-key-inside'
  | 'not-kept';

/** One sentence for each. */
export const keychainWords: Readonly<Record<KeychainProblem, string>> = {
  'switched-off': 'The keychain is left alone, as HELPCRUNCH_NO_KEYCHAIN says.',
  'not-installed': 'The part of this program that speaks to keychains is not installed here.',
  unusable: "This system's keychain cannot be used.",
  'no-answer': "This system's keychain did not answer.",
  'no-key-inside': 'What the keychain has for this host is no API key; log in again.',
  'not-kept': "This system's keychain did not keep the key.",
};
