import type { CallerName, Draft } from '../callers/caller-name.ts';
import type { Fault, FaultPlay } from '../faults/fault.ts';
import { faults } from '../faults/fault-list.ts';
import { createRandom, type Random } from '../random/random.ts';
import { makeKey } from '../secrets/make-key.ts';
import { makeDraft } from './make-draft.ts';

/** One run, made up entirely by its seed and its number. */
export interface RunPlan {
  readonly seed: number;
  readonly number: number;
  readonly fault: Fault;
  readonly caller: CallerName;
  readonly draft: Draft;
  readonly key: string;
  readonly play: FaultPlay;
  /** For what the caller has to choose. */
  readonly random: Random;
}

/** All kinds once, each as often as its share says: run after run takes the next of them, round and round. */
const round: readonly Fault[] = faults.flatMap((fault) =>
  Array.from({ length: fault.share ?? 1 }, () => fault),
);

/** So many runs have every kind at least once. */
export const roundLength = round.length;

export function kindOf(number: number): string {
  return round[number % round.length]?.name ?? '';
}

export function makePlan(seed: number, number: number): RunPlan {
  const place = number % round.length;
  const fault = round[place];
  if (!fault) throw new RangeError(`no kind of fault at ${number}`);
  const random = createRandom(seed, number);
  const caller = callerOf(fault, random);
  const draft = makeDraft(random, caller);
  const turn = Math.floor(number / round.length) * (fault.share ?? 1) + place - round.indexOf(fault);
  const play = fault.plan({ random, turn, caller, customer: draft });
  const key = makeKey(random, play.address === 'sandbox');
  return { seed, number, fault, caller, draft, key, play, random };
}

/** Programs take a thousand times longer than a call: they get a small share. */
const programShare = 10;

function callerOf({ callers }: Fault, random: Random): CallerName {
  const isProgram = (caller: CallerName) => caller === 'cli' || caller === 'wizard';
  const quick = callers.filter((caller) => !isProgram(caller));
  const programs = callers.filter(isProgram);
  const [first, ...others] =
    programs.length > 0 && (quick.length === 0 || random.percent(programShare)) ? programs : quick;
  if (!first) throw new RangeError('a kind of fault without a caller');
  return random.pick([first, ...others]);
}
