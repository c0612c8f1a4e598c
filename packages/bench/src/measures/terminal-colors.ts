import { type Figure, ours, toFigure } from '../results.ts';
import { type Contender, peers } from '../terminal/contenders.ts';
import { PtySession } from '../terminal/pty-session.ts';
import { walkWizard } from '../terminal/wizard-walk.ts';

const env = { NO_COLOR: '1' };

/** Colour codes written under NO_COLOR: by the wizard all the way to a customer, by a peer for one letter. */
export async function measureColors(): Promise<Record<string, Figure>> {
  const codes: Record<string, number[]> = {};
  {
    await using session = await walkWizard({ env });
    codes[ours] = [colorCodes(session.output)];
  }
  for (const [name, contender] of Object.entries(peers)) codes[name] = [await codesForALetter(contender)];
  return { 'color-codes': toFigure(codes) };
}

async function codesForALetter({ command, ready }: Contender): Promise<number> {
  await using session = new PtySession(command, { env });
  await session.shows(ready);
  await session.quiet(100);
  session.write('a');
  await session.quiet(60);
  return colorCodes(session.output);
}

/** How many sequences set a colour: one of the 16, the 256 or the 16 million. */
export function colorCodes(written: string): number {
  const styles = written.split('\u001b[').flatMap((part) => /^[\d;]*m/u.exec(part) ?? []);
  return styles.filter((style) => /(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/u.test(style)).length;
}
