import * as vscode from 'vscode';
import type { AccountStore, StoredAccount } from '../accounts/account-store.ts';
import type { AgentHost, App } from '../entry/contract.ts';

/** The provider's ID in the manifest. */
export const agentServersId = 'helpcrunch.agents';

const sandboxName = 'HelpCrunch (Sandbox)';

export interface AgentServersParts {
  readonly extensionUri: vscode.Uri;
  readonly store: Pick<AccountStore, 'active' | 'onDidChange'>;
  readonly host: AgentHost;
  readonly app: () => Promise<Pick<App, 'answerAgents'>>;
}

/**
 * Offers the bundled MCP server to the agents of the editor: for the sandbox, and for the live account in use. The rest of
 * the extension is loaded once a server starts. Editors without this API get nothing.
 */
export function registerAgentServers(parts: AgentServersParts): vscode.Disposable {
  if (!('lm' in vscode) || typeof vscode.lm.registerMcpServerDefinitionProvider !== 'function') {
    return { dispose: () => {} };
  }
  const changed = new vscode.EventEmitter<void>();
  const fire = () => changed.fire();
  return vscode.Disposable.from(
    changed,
    parts.store.onDidChange(fire),
    vscode.workspace.onDidGrantWorkspaceTrust(fire),
    vscode.lm.registerMcpServerDefinitionProvider(agentServersId, {
      onDidChangeMcpServerDefinitions: changed.event,
      ...createAgentServers(parts),
    }),
  );
}

/** The servers as the editor lists them, without keys, and as it starts them. */
function createAgentServers({ extensionUri, store, host, app }: AgentServersParts) {
  const window = crypto.randomUUID();
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'mcp.js').fsPath;
  // The editor's own program runs scripts only with this variable.
  const environment = { ELECTRON_RUN_AS_NODE: '1', HELPCRUNCH_MCP_WINDOW: window };
  const define = (name: string, account: string) =>
    new vscode.McpStdioServerDefinition(name, host.command, [script, account], environment, host.version);

  async function liveInUse(): Promise<StoredAccount | undefined> {
    return vscode.workspace.isTrusted ? store.active() : undefined;
  }

  return {
    async provideMcpServerDefinitions() {
      const live = await liveInUse();
      return [define(sandboxName, '--sandbox'), ...(live ? [define(liveName(live), '--live')] : [])];
    },
    /** Adds the key, by the environment alone. `undefined` when that account is not in use any longer. */
    async resolveMcpServerDefinition(server: vscode.McpServerDefinition) {
      const isSandbox = server.label === sandboxName;
      const live = isSandbox ? undefined : await liveInUse();
      if (!isSandbox && (!live || liveName(live) !== server.label)) return undefined;
      await (await app()).answerAgents(window);
      const resolved = define(server.label, live ? '--live' : '--sandbox');
      resolved.env = {
        ...environment,
        HELPCRUNCH_STATE_DIR: await host.stateFolder(),
        // A key from the editor's own environment must not take the place of the account's.
        HELPCRUNCH_API_KEY: live ? live.key : null,
        HELPCRUNCH_MCP_ACCOUNT: live ? live.label : null,
        HELPCRUNCH_BASE_URL: live ? live.baseUrl : null,
      };
      return resolved;
    },
  };
}

function liveName({ label }: StoredAccount): string {
  return `HelpCrunch (live: ${label})`;
}
