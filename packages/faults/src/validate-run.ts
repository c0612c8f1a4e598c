import type { Truth } from './backend/backend.ts';
import { type LimitName, limits } from './backend/limits.ts';
import type { Attempt, Report } from './drivers/driver.ts';
import type { FaultRun } from './faults/fault.ts';

/** Everything that a run is validated by. */
export interface Case {
  readonly truth: Truth;
  readonly report: Report;
  readonly run: FaultRun;
  /** Where the key was seen. */
  readonly keyPlaces: readonly string[];
}

/** A promise of the kit, and how a run broke it, in words; `undefined` when it did not. */
export interface Rule {
  readonly name: string;
  readonly check: (run: Case) => string | undefined;
}

/** A promise that was broken. */
export interface Broken {
  readonly rule: string;
  readonly how: string;
}

export interface Verdict {
  readonly wrong: readonly Broken[];
  /** What was claimed wrongly because HTTP cannot show it; counted apart. */
  readonly excused: readonly (Broken & { readonly limit: LimitName })[];
}

/** Judges a run by every rule. It knows nothing of the kit: only what was claimed, and what is there. */
export function validateRun(run: Case): Verdict {
  const broken = rules.flatMap(({ name, check }) => {
    const how = check(run);
    return how === undefined ? [] : [{ rule: name, how }];
  });
  const validated = broken.map((one) => ({ ...one, limit: excuseFor(one.rule, limitsOf(run)) }));
  return {
    wrong: validated.filter(({ limit }) => limit === undefined).map(({ rule, how }) => ({ rule, how })),
    excused: validated.flatMap(({ limit, ...one }) => (limit === undefined ? [] : [{ ...one, limit }])),
  };
}

/** What could not be seen in this run. */
export function limitsOf({ truth, report }: Pick<Case, 'truth' | 'report'>): readonly LimitName[] {
  // Only a second attempt shows that a process remembers nothing of the one before.
  const ofDriver = report.attempts.length > 1 ? (report.limits ?? []) : [];
  return [...truth.limits, ...ofDriver];
}

function excuseFor(rule: string, real: readonly LimitName[]): LimitName | undefined {
  return limits.find(({ name, excuses }) => real.includes(name) && excuses.some((one) => one === rule))?.name;
}

/** What happened during one attempt. */
interface Span {
  readonly attempt: Attempt;
  readonly creates: number;
  readonly rateLimited: number;
  /** Ids of the customers that it made. */
  readonly made: readonly string[];
  /** Ids of everyone that was made until its end. */
  readonly madeSoFar: readonly string[];
  /** An earlier attempt stayed open. */
  readonly isAfterUnknown: boolean;
}

function spans({ report: { attempts }, truth }: Case): Span[] {
  return attempts.map((attempt, index) => {
    const end = attempts[index + 1]?.before ?? truth;
    const { before } = attempt;
    const madeSoFar = end.made.map(({ id }) => String(id));
    return {
      attempt,
      creates: end.creates - before.creates,
      rateLimited: end.rateLimited - before.rateLimited,
      made: madeSoFar.slice(before.made.length),
      madeSoFar,
      isAfterUnknown: attempts.slice(0, index).some(({ last }) => last === 'unknown'),
    };
  });
}

/** The first attempt that breaks a rule. */
function eachAttempt(check: (span: Span, run: Case) => string | undefined): Rule['check'] {
  return (run) => spans(run).reduce<string | undefined>((how, span) => how ?? check(span, run), undefined);
}

/** Every promise that is tried, each validated by itself from what really happened. */
export const rules: readonly Rule[] = [
  {
    name: 'a yes has a customer',
    check: eachAttempt(({ attempt, madeSoFar }) =>
      attempt.last === 'yes' && madeSoFar.length === 0
        ? 'it claims a customer, and there is none'
        : undefined,
    ),
  },
  {
    name: 'a no has none',
    check: eachAttempt(({ attempt, made }) =>
      attempt.last === 'no' && made.length > 0
        ? `it claims that none was created, and there is ${made.join(', ')}`
        : undefined,
    ),
  },
  {
    name: 'a yes names the right customer',
    check: eachAttempt(({ attempt: { last, id, check }, madeSoFar }, { run }) => {
      // An altered answer names whom it wants; a lookup names someone who is there.
      const isReliable = check === 'found' || !run.isAnswerAltered;
      return last === 'yes' && id !== undefined && isReliable && !madeSoFar.includes(id)
        ? `it names customer ${id}, who is not the one it made`
        : undefined;
    }),
  },
  {
    name: 'sent once',
    check: (run) =>
      eachAttempt(({ attempt, creates, rateLimited }) => {
        const allowed = (attempt.consent ? 1 : 0) + rateLimited;
        return creates > allowed ? `${creates} creates went out, ${allowed} were agreed to` : undefined;
      })(run) ?? checkTotal(run),
  },
  {
    name: 'asked before a second one',
    check: eachAttempt(({ attempt, creates, isAfterUnknown }) =>
      creates > 0 && isAfterUnknown && attempt.consent !== 'informed'
        ? 'it was sent again, and the question did not name the earlier one'
        : undefined,
    ),
  },
  {
    name: 'no duplicates',
    check: eachAttempt(({ attempt, made }, { truth }) =>
      made.length > (attempt.consent ? 1 : 0) && !truth.proxyRepeated
        ? `${made.length} customers for one send`
        : undefined,
    ),
  },
  {
    name: 'waits after 429',
    check({ report, truth }) {
      const waits = report.pauses ?? truth.resendGaps;
      const shortest = Math.min(...waits);
      if (waits.length > maxResends) return `it sent again ${waits.length} times by itself`;
      return shortest < minWaitMs ? `it sent again after ${Math.round(shortest)} ms` : undefined;
    },
  },
  {
    name: 'the key stays on its host',
    check: ({ truth }) =>
      truth.otherHost > 0
        ? `another host got ${truth.otherHost} requests, ${truth.keysAtOtherHost} of them with the key`
        : undefined,
  },
  { name: 'useful', check: checkUseful },
  {
    name: 'no draft is lost',
    check({ report: { draft, attempts }, truth, run }) {
      const last = attempts.at(-1)?.last;
      // What was created needs no draft; a program that was ended at that moment may have had no time to say so.
      const isCreated =
        last === 'yes' || (last === 'none' && run.stop !== undefined && truth.made.length > 0);
      if (!draft || isCreated) return undefined;
      const missing = Object.entries(draft.committed).filter(
        ([key, value]) => JSON.stringify(draft.kept?.[key]) !== JSON.stringify(value),
      );
      return missing.length > 0 ? `gone: ${missing.map(([key]) => key).join(', ')}` : undefined;
    },
  },
  {
    name: 'the key is nowhere',
    check: ({ keyPlaces }) => (keyPlaces.length > 0 ? keyPlaces.join('; ') : undefined),
  },
  {
    name: 'its own contract',
    check: ({ report }) => (report.broken.length > 0 ? report.broken.join('; ') : undefined),
  },
];

const minWaitMs = 1000;
const maxResends = 5;

function checkTotal({ truth, run }: Case): string | undefined {
  return run.maxCreates !== undefined && truth.creates > run.maxCreates
    ? `${truth.creates} creates went out, and a duplicate check showed the customer`
    : undefined;
}

/** `unknown` is always allowed where something is wrong; not where the facts are there. */
function checkUseful({ report: { attempts }, run }: Case): string | undefined {
  const [first] = attempts;
  const end = attempts.at(-1);
  if (run.expectedClaim !== undefined && first.first !== run.expectedClaim)
    return `it could know "${run.expectedClaim}", and says "${first.first}" (${first.outcome})`;
  if (
    run.expectedOutcome !== undefined &&
    !first.outcome.startsWith('exit') &&
    first.outcome !== run.expectedOutcome
  )
    return `it is ${run.expectedOutcome}, and it says ${first.outcome}`;
  if (run.expectedEnd !== undefined && end?.last !== run.expectedEnd)
    return `in the end it could know "${run.expectedEnd}", and says "${end?.last}" (${end?.outcome})`;
  if (run.isUnreadable && (first.differences ?? 0) > 0)
    return `it calls ${first.differences} values dropped or changed, and could read none`;
  return undefined;
}
