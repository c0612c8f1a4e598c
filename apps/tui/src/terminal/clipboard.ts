/** More than this, in characters of base64, many terminals refuse to take. */
const limit = 74_000;

/**
 * The sequence that asks the terminal to put a text on the clipboard (OSC 52), which works over SSH too; inside tmux it
 * is wrapped so that tmux hands it on. `undefined` for a text that is too long. The terminal does not report whether it copied.
 */
export function copySequence(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const encoded = Buffer.from(text).toString('base64');
  if (encoded.length > limit) return undefined;
  const sequence = `\u001b]52;c;${encoded}\u0007`;
  return environment['TMUX']
    ? `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\`
    : sequence;
}
