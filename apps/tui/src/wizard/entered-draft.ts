import type { CustomerDraft } from '@helpcrunch-customer-kit/core';
import { takeLine } from '../editors/edit-field.ts';
import type { Editor } from '../editors/editor.ts';
import { withEditorValue } from '../editors/editor-value.ts';
import { steps } from './steps.ts';
import type { WizardState } from './wizard-state.ts';

/** Everything that was entered: what was committed, what was left unfinished, and what stands in the open field. */
export function enteredDraft({ draft, unfinished, screen, now }: WizardState): CustomerDraft {
  return steps.reduce((entered, { key }, step) => {
    const open: Editor | undefined =
      screen.kind === 'field' && screen.step === step ? screen.editor : unfinished[key];
    // An item that was begun is entered, too.
    return open ? withEditorValue(entered, key, takeLine(open) ?? open, now) : entered;
  }, draft);
}
