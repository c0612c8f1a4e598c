import * as vscode from 'vscode';
import { customerPageSetting, openSetting } from '../editor/settings.ts';

/**
 * Opens a customer in HelpCrunch. Its documentation names no address for that, so the user copies one from the browser once.
 */
export async function openCustomerPage(id: string): Promise<void> {
  const page = customerPage(customerPageSetting(), id);
  if (page !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(page, true));
    return;
  }
  const open = 'Open Setting';
  const message =
    'Where is a customer’s page? Open any customer in HelpCrunch, copy the address, and put {id} in place of the ID.';
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  await openSetting('customerPage');
}

/** The address of a customer's page; `undefined` for a pattern that cannot be one. */
export function customerPage(pattern: string, id: string): string | undefined {
  const page = pattern.trim().replaceAll('{id}', encodeURIComponent(id));
  if (page === pattern.trim() || !URL.canParse(page)) return undefined;
  return new URL(page).protocol === 'https:' ? page : undefined;
}
