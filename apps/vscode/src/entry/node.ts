import type { ExtensionContext } from 'vscode';
import { register } from './register.ts';

export function activate(context: ExtensionContext): void {
  // The build keeps this import apart, as a bundle of its own beside this one.
  register(context, () => import('../app/node.ts'));
}
