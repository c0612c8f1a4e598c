const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * A key shaped as HelpCrunch's: 328 characters of base64 (seen by secret scanners). The same seed gives the same key.
 */
export function makeApiKey(seed: number, length = 328): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return alphabet.charAt((state >>> 0) % alphabet.length);
  }).join('');
}
