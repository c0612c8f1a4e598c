/** What several contenders measured, a number a round each. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface RoundOptions {
  readonly rounds: number;
  /** Rounds that come first and do not count. */
  readonly warmUps?: number;
}

/**
 * Lets every contender measure itself once a round, so that all of them meet the machine as it is at that moment.
 * Who goes first changes from round to round.
 */
export async function takeRounds<Name extends string>(
  contenders: Readonly<Record<Name, (round: number) => number | Promise<number>>>,
  { rounds, warmUps = 1 }: RoundOptions,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUps; round < rounds; round += 1) {
    const first = (round + warmUps) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await contenders[name](round + warmUps);
      if (round >= 0) samples[name].push(value);
    }
  }
  return samples;
}

/** Adds a value to a contender's samples: for what is measured beside a round's own number. */
export function noteIn(samples: Record<string, number[]>, name: string, value: number): void {
  samples[name] = [...(samples[name] ?? []), value];
}
