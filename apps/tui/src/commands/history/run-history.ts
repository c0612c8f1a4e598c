import { printableJson } from '@helpcrunch-customer-kit/core';
import { findLiveAccount, type Redactor } from '@helpcrunch-customer-kit/local';
import { systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import { shellCommand } from '../../command-line/create-command.ts';
import { programName } from '../../command-line/program-name.ts';
import type { CommandWorld } from '../command-world.ts';
import { history } from './history.ts';
import { historyEnd } from './history-result.ts';
import { historyText } from './history-text.ts';
import { readHistoryWords } from './read-words.ts';

export interface HistoryContext {
  readonly world: CommandWorld;
  readonly process: NodeJS.Process;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
}

/** The command `history`; returns the exit code. */
export async function runHistory(
  words: readonly string[],
  { world, process, redactor, signal }: HistoryContext,
): Promise<number> {
  const { environment, keys, tell, note } = world;
  const { hide, learn } = redactor;
  const reading = readHistoryWords(words);
  const end = reading.ok
    ? await history(reading.task, {
        ledgers: { folder: systemStateFolder(process) },
        hide,
        signal,
        command: (parts) => shellCommand(programName(environment), parts),
        async findAccount() {
          const found = await findLiveAccount(environment, keys);
          if (found.note !== undefined) note(found.note);
          if (found.reading.kind === 'ready') learn(found.reading.account.connection.apiKey);
          return found.reading;
        },
      })
    : historyEnd({ outcome: 'invalid', exitCode: 2, sentence: reading.problem });
  if (reading.json) {
    tell(printableJson(end.result, { hide }));
    return end.exitCode;
  }
  const { lines, notes } = historyText(end, Date.now());
  for (const line of lines) tell(line);
  for (const line of notes) note(line);
  return end.exitCode;
}
