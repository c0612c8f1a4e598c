import type { ChooseScenario } from './context.ts';
import { isRecord, readJsonObject } from './request/validation.ts';
import type { ScenarioName } from './scenarios/scenarios.ts';

/** Probabilities from 0 to 1. */
export interface FaultRates {
  /** Of a create: its response is lost, whether it was created or not. */
  readonly lostResponse: number;
  /** Of any request: it begins a storm, in which every request is refused with 429 for up to 30 seconds. */
  readonly rateLimitStorm: number;
  /** Of any request: the key is refused this one time. */
  readonly unauthorized: number;
  /** Of a row's first create: another client creates a customer with its userId just before. */
  readonly userIdTaken: number;
  /** Of a row: its custom data is dropped. */
  readonly droppedAttributes: number;
  /** Of a search: it does not find the newest customers. */
  readonly laggingSearch: number;
  /** Of a search: it takes 2 seconds. */
  readonly slowSearch: number;
}

export interface FaultOptions {
  /** The same seed and the same requests meet the same faults. */
  readonly seed: number;
  /** Default: a few percent of each; a rate that is left out keeps its default. */
  readonly rates?: Partial<FaultRates>;
}

const defaultRates: FaultRates = {
  lostResponse: 0.03,
  rateLimitStorm: 0.002,
  unauthorized: 0.001,
  userIdTaken: 0.01,
  droppedAttributes: 0.02,
  laggingSearch: 0.1,
  slowSearch: 0.02,
};

const lostResponses = [
  'created-then-lost',
  'closed-before-answer',
  'created-then-html-502',
  'html-502',
  'closed-mid-body',
] as const satisfies readonly ScenarioName[];

const maxStormMs = 30_000;

/**
 * Faults by seed. Those of a create depend on its row (userId, else email, else body) and attempt, so they are the same
 * in any order of rows; the others depend on the number of the request.
 */
export function createSeededFaults({ seed, rates: chosen }: FaultOptions): ChooseScenario {
  const rates = { ...defaultRates, ...chosen };
  const attempts = new Map<string, number>();
  let requestCount = 0;
  let storm: { readonly end: number; readonly scenario: ScenarioName } | undefined;

  return (request) => {
    requestCount += 1;
    const byRequest = (name: string) => random(seed, name, requestCount);
    if (storm === undefined || request.at >= storm.end) {
      storm = undefined;
      if (byRequest('storm') < rates.rateLimitStorm) {
        storm = {
          end: request.at + byRequest('storm-length') * maxStormMs,
          scenario: byRequest('storm-kind') < 0.5 ? 'rate-limited' : 'rate-limited-retry-after',
        };
      }
    }
    if (storm !== undefined) {
      return storm.scenario;
    }
    if (byRequest('unauthorized') < rates.unauthorized) {
      return 'bad-key';
    }
    switch (`${request.method} ${request.path}`) {
      case 'POST /v1/customers':
        return createFault(rowOf(request.body));
      case 'POST /v1/customers/search':
        if (byRequest('slow') < rates.slowSearch) {
          return 'slow-search';
        }
        return byRequest('lag') < rates.laggingSearch ? 'lagging-search' : undefined;
      default:
        return undefined;
    }
  };

  function createFault(row: string): ScenarioName | undefined {
    const attempt = (attempts.get(row) ?? 0) + 1;
    attempts.set(row, attempt);
    if (attempt === 1 && random(seed, 'taken', row) < rates.userIdTaken) {
      return 'user-id-taken';
    }
    if (random(seed, 'lost', row, attempt) < rates.lostResponse) {
      const kind = random(seed, 'lost-kind', row, attempt) * lostResponses.length;
      return lostResponses[Math.floor(kind)];
    }
    return random(seed, 'dropped', row) < rates.droppedAttributes ? 'attributes-dropped' : undefined;
  }
}

function rowOf(body: string): string {
  const read = readJsonObject(body);
  const { userId, email } = read.ok && isRecord(read.value) ? read.value : {};
  return String(userId ?? email ?? body);
}

/** A number from 0 to below 1 for these values: FNV-1a, mixed as in murmurhash3. */
function random(...values: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of values.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
