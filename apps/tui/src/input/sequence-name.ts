const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u001b': 'escape',
  '\u001f': 'ctrl+_',
  '\u0000': 'ctrl+space',
  // The keypad's Enter; without the O it would be a mouse's report.
  '\u001bOM': 'enter',
};

/** The final byte of CSI and SS3 sequences (ECMA-48, xterm). */
const letters: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift+tab',
  P: 'f1',
};

/** The number before a tilde (VT220). */
const numbers: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
  11: 'f1',
};

/** The name of a control character or an escape sequence; `undefined` for one that means nothing here. */
export function sequenceName(sequence: string): string | undefined {
  const control = controls[sequence];
  if (control !== undefined) return control;
  if (sequence.startsWith('\u001b\u001b')) return withAlt(sequenceName(sequence.slice(1)));
  if (sequence.length === 1) return `ctrl+${String.fromCharCode(sequence.charCodeAt(0) + 96)}`;
  const csi = /^\u001b(?:\[|O)(?<number>\d*)(?:;(?<modifier>\d+))?(?<final>[A-Za-z~])$/u.exec(
    sequence,
  )?.groups;
  if (csi)
    return withModifier(
      csi['modifier'],
      csi['final'] === '~' ? numbers[csi['number'] ?? ''] : letters[csi['final'] ?? ''],
    );
  const character = sequence.slice(1);
  if ([...character].length !== 1) return undefined;
  return withAlt(/\p{Cc}/u.test(character) ? sequenceName(character) : character);
}

/** xterm adds 1 to a set of bits: 1 for Shift, 2 for Alt, 4 for Ctrl. */
function withModifier(modifier: string | undefined, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const bits = Number(modifier ?? 1) - 1;
  return `${bits & 4 ? 'ctrl+' : ''}${bits & 2 ? 'alt+' : ''}${bits & 1 ? 'shift+' : ''}${name}`;
}

function withAlt(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `alt+${name}`;
}
