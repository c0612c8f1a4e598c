import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../ledger/durable-files.ts';
import { ledgerContext } from '../ledger/ledger-context.ts';
import { createPlanStore, type PlanStore } from './plan-store.ts';
import type { StoredPlan } from './stored-plan.ts';

export interface PlanWatchOptions {
  /** The state folder. */
  readonly folder: string;
  /** Only plans of the servers that this editor window started. */
  readonly window: string;
  /** Called once for each time that an agent needs an answer. */
  onQuestion(plan: StoredPlan, plans: PlanStore): void;
  /** The folder cannot be read or watched any longer. */
  onError(error: unknown): void;
}

/**
 * Watches for plans that wait for an answer, until it is closed.
 *
 * @throws what the file system throws.
 */
export async function watchPlans({ folder, window, onQuestion, onError }: PlanWatchOptions): Promise<{
  close(): void;
}> {
  const plans = createPlanStore({ folder, window });
  const watched = join(folder, 'agents', 'plans');
  await makePrivateFolder(ledgerContext({ folder }).files, watched);
  const asked = new Map<string, number | undefined>();
  let isReading = false;
  let isStale = false;

  async function read(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    try {
      // A file may change while the others are read.
      while (isStale) {
        isStale = false;
        for (const plan of await plans.waiting()) {
          if (asked.get(plan.id) === plan.askedAt) continue;
          asked.set(plan.id, plan.askedAt);
          onQuestion(plan, plans);
        }
      }
    } catch (error) {
      onError(error);
    } finally {
      isReading = false;
    }
  }

  const watcher: FSWatcher = watch(watched, { persistent: false }, () => void read());
  watcher.on('error', onError);
  await read();
  return { close: () => watcher.close() };
}
