import { bareNode } from '../terminal/contenders.ts';
import type { BarGroup } from './bar.ts';
import { atMost, exactly, informs, p95AtMost } from './make-bars.ts';

const nodeRatio = (value: number) => ({ kind: 'ratio-at-most', value, peer: bareNode }) as const;

const frame = 'First interactive frame ≤ 250 ms (stretch 170) and ≤ 7× bare Node';
const firstFrame = atMost('first-frame', frame, 'ms', 250, 170);
const help = informs('help', '`--help`, from start to end, ≤ 2.5× bare Node', 'ms');

export const wizardBars: readonly BarGroup[] = [
  {
    part: 'start',
    title: 'The wizard starts',
    intro:
      'From starting the process to what it writes into a pseudo-terminal. Every peer is bundled as the wizard is, and asks for a name; *bare Node* writes a prompt and echoes what is typed. The first frame is the first that takes keys.',
    bars: [
      atMost('first-byte', 'First visible byte ≤ 100 ms (stretch 50)', 'ms', 100, 50),
      { ...firstFrame, limits: [...firstFrame.limits, nodeRatio(7)] },
      { ...help, limits: [nodeRatio(2.5)] },
    ],
  },
  {
    part: 'keys',
    title: 'A key in the wizard',
    intro:
      'All programs stand open side by side at a line of text, and in turn get a name letter by letter, and its erasing. A frame is a synchronised update of the terminal; prompts without Ink mark none.',
    bars: [
      p95AtMost('key-latency', 'Key to first byte, p95 ≤ 16 ms (stretch 8)', 'ms', 16, 8),
      atMost('key-bytes', 'Bytes a key ≤ 150 (stretch 80)', 'bytes', 150, 80),
      exactly('key-frames', 'Exactly 1 frame a key', 1),
      exactly('idle-bytes', '0 bytes in 5 idle seconds', 0),
    ],
  },
  {
    part: 'terminal',
    title: 'The wizard and its terminal',
    intro:
      'Memory is the most that the process ever held: the wizard all the way from its first field to a customer in the sandbox, the peers up to their first question. Copies are counted by a terminal emulator that reflows, dragged from 100 columns to 40 and back.',
    bars: [
      atMost('paste', '100 kB pasted, to its end in sight, ≤ 300 ms', 'ms', 300),
      exactly('paste-submits', 'Answers that the paste submits: 0', 0),
      atMost('memory', 'Peak memory ≤ 110 MB (stretch 90)', 'MB', 110, 90),
      exactly('copies', '1 copy of the form after any resize', 1),
      exactly('history-lines', 'What was answered before it is still there, once', 1),
      exactly('color-codes', '0 colour codes under `NO_COLOR`', 0),
    ],
  },
  {
    part: 'tests',
    title: 'What the wizard’s tests try in full',
    intro: 'How many of them fail.',
    bars: [
      exactly('chunk-splits', 'The same keys in 10,000 random cuts give the same state', 0),
      exactly('terminal-restored', 'The terminal is given back after every kind of exit', 0),
    ],
  },
  {
    part: 'size',
    title: 'What the wizard weighs',
    intro:
      'An install of the wizard is its bundle and one optional package, the keychain’s, with its binary. A peer’s install is what a package manager brings for it; its bundle holds a single question.',
    bars: [
      atMost('bundle-size', 'Bundle ≤ 900 kB', 'kB', 900),
      informs('install-size', 'Installed', 'kB'),
      atMost(
        'install-packages',
        'Nothing to install but itself, the keychain’s package and its binary',
        '',
        3,
      ),
    ],
  },
];
