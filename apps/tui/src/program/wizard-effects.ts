import { apiKeyMessages, baseUrlMessages } from '@helpcrunch-customer-kit/core';
import type { Account, AccountReading, Ledgers, SavedDraft } from '@helpcrunch-customer-kit/local';
import type { LiveKeys } from '../account/live-account.ts';
import { sandboxAccount } from '../account/sandbox-account.ts';
import { verifyKey } from '../commands/verify-key.ts';
import { takenDraftAdvice } from '../drafts/draft-messages.ts';
import type { Renderer } from '../render/view.ts';
import { editInEditor, suspendProcess } from '../terminal/lend.ts';
import { printable, stripControls } from '../text/printable.ts';
import type { WizardEffect, WizardEvent } from '../wizard/wizard-event.ts';
import type { WizardState } from '../wizard/wizard-state.ts';
import { copySequence, copyText } from './copy-text.ts';
import { createCreateEffects } from './create-effects.ts';

export interface EffectContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes keys out of a text. */
  readonly hide: (text: string) => string;
  readonly dispatch: (event: WizardEvent) => void;
  readonly exit: () => void;
  /** Takes over a draft that was left behind; `false` when another wizard was quicker. */
  readonly adoptDraft: (draft: SavedDraft) => boolean;
  /** Deletes a draft that was left behind; why it could not, if so. */
  readonly removeDraft: (draft: SavedDraft) => string | undefined;
  /** What the ledger has of a create, a line each. */
  readonly showEntry: (id: string) => Promise<readonly string[]>;
  readonly liveKeys: LiveKeys;
  readonly ledgers: Ledgers;
  readonly terminal: () => Renderer | undefined;
  /** Aborted when the wizard is left: nothing that is still under way may keep the program. */
  readonly signal: AbortSignal;
}

const keyRefused = 'HelpCrunch did not accept this API key (401). Check it, then enter it again.';

/** Carries out what the wizard asks for. The account, and with it the key, is known here alone. */
export function createEffects({
  environment,
  hide,
  dispatch,
  exit,
  adoptDraft,
  removeDraft,
  showEntry,
  liveKeys,
  ledgers,
  terminal,
  signal,
}: EffectContext) {
  let account: Account | undefined;
  let sandbox: Account | undefined;
  let clock: NodeJS.Timeout | undefined;

  const openLive = (reading: AccountReading, canKeep = false) => {
    if (reading.kind === 'ready') {
      account = reading.account;
      dispatch({ kind: 'account-ready', canKeep });
    } else {
      const message =
        reading.kind === 'no-key' ? apiKeyMessages[reading.issue] : baseUrlMessages[reading.issue];
      dispatch({ kind: 'account-refused', message });
    }
  };

  /** A typed key is tried once, so that a wrong one is found before the questions. */
  const openPasted = async (text: string, isMeant: () => boolean) => {
    const { reading, canKeep } = await liveKeys.paste(text);
    const verdict =
      reading.kind === 'ready' ? await verifyKey(reading.account.connection, signal) : undefined;
    // Someone who did not wait may have chosen another account.
    if (!isMeant()) return;
    if (verdict?.isAccepted === false) return dispatch({ kind: 'account-refused', message: keyRefused });
    if (reading.kind === 'ready') liveKeys.use(reading);
    openLive(reading, canKeep);
    const [issue] = verdict?.isAccepted === undefined ? (verdict?.end.issues ?? []) : [];
    if (issue) dispatch({ kind: 'noted', message: `The key could not be checked. ${issue.message}` });
  };

  /** Only what was chosen last is opened. */
  let choice = 0;
  const nextChoice = () => {
    choice += 1;
    const own = choice;
    return () => own === choice && !signal.aborted;
  };

  const creating = createCreateEffects(dispatch, ledgers, signal);

  const copy = (
    { form, plan }: Extract<WizardEffect, { kind: 'copy' }>,
    { account: kind, sandboxUrl }: WizardState,
  ) => {
    if (!account) return;
    const { baseUrl } = account.connection;
    const isSandbox = kind !== 'live';
    const keyIsKept = isSandbox || liveKeys.isKept();
    const made = copyText(form, plan.request, {
      baseUrl,
      isSandbox,
      sandboxUrl,
      keyIsKept,
      environment,
      hide,
    });
    if (!made.ok) return dispatch({ kind: 'noted', message: made.message });
    printCopy(made.title, made.text);
  };

  const printCopy = (title: string, text: string) => {
    const renderer = terminal();
    // No terminal reports whether it took the text, so the screen shows it as well.
    const sequence = renderer?.write && copySequence(text, environment);
    if (sequence !== undefined) renderer?.write?.(sequence);
    const where = sequence === undefined ? '' : ', on the clipboard too if your terminal allows it';
    renderer?.print(`${title}${where}:\n${text}`);
  };

  const editText = async (text: string) => {
    const renderer = terminal();
    const edited = await renderer?.lend(async () => {
      // An editor with a window of its own leaves this terminal empty.
      renderer.write?.('Waiting until the editor closes…\n');
      const result = await editInEditor(text, environment);
      renderer.write?.('\u001b[A\u001b[2K');
      return result;
    });
    if (!edited) return;
    if (edited.ok) dispatch({ kind: 'text-edited', text: edited.text });
    else dispatch({ kind: 'noted', message: edited.message });
  };

  return async (effect: WizardEffect, state: WizardState): Promise<void> => {
    switch (effect.kind) {
      case 'adopt-draft':
        if (!adoptDraft(effect.draft)) dispatch({ kind: 'noted', message: takenDraftAdvice });
        return;
      case 'remove-draft': {
        const message = removeDraft(effect.draft);
        if (message !== undefined) dispatch({ kind: 'noted', message: message });
        return;
      }
      case 'open-sandbox': {
        const isMeant = nextChoice();
        // The one sandbox of this program: its customers are still there after a switch to a live account and back.
        sandbox ??= await sandboxAccount(state.sandboxUrl);
        if (!isMeant()) return;
        account = sandbox;
        return dispatch({ kind: 'account-ready' });
      }
      case 'find-key': {
        const { reading, note } = await liveKeys.find();
        return dispatch({ kind: 'key-searched', isFound: reading.kind === 'ready', note });
      }
      case 'open-live': {
        const isMeant = nextChoice();
        if (effect.pastedKey !== undefined) return openPasted(effect.pastedKey, isMeant);
        const reading = await liveKeys.open();
        return isMeant() ? openLive(reading) : undefined;
      }
      case 'keep-key':
        return dispatch({ kind: 'noted', message: await liveKeys.keep() });
      case 'check-duplicates':
        return account && creating.checkDuplicates(account, effect.plan, effect.subject);
      case 'create':
        return account && creating.create(account, effect.plan, state);
      case 'answer':
        return creating.answer(effect.answer);
      case 'check':
        return account && creating.check(account, state);
      case 'stop-sending':
        return creating.stop();
      case 'tick-later':
        // One clock: a new tick takes the place of the one that is due.
        clearTimeout(clock);
        clock = setTimeout(() => dispatch({ kind: 'tick' }), effect.milliseconds).unref();
        return;
      case 'copy':
        return copy(effect, state);
      case 'copy-text':
        return printCopy(effect.title, hide(printable(effect.text)));
      case 'show-entry':
        return terminal()?.print(
          (await showEntry(effect.id)).map((line) => stripControls(hide(line))).join('\n'),
        );
      case 'edit-text':
        return editText(effect.text);
      case 'suspend':
        return terminal()?.lend(() => suspendProcess(process));
      case 'exit':
        return exit();
      default: {
        const unreachable: never = effect;
        return unreachable;
      }
    }
  };
}
