import { sharedFlags } from '../command-line/flags.ts';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import type { CommandOffer } from './completion/offers.ts';
import { powershellScript } from './completion/powershell.ts';
import { zshScript } from './completion/zsh.ts';
import { reportingCommand } from './reporting-command.ts';

const scripts: Readonly<Record<string, (commands: readonly CommandOffer[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

export const completion = reportingCommand({
  name: 'completion',
  actions: [
    { name: 'bash', summary: 'For bash: eval "$(helpcrunch-customer completion bash)"' },
    { name: 'zsh', summary: 'For zsh: eval "$(helpcrunch-customer completion zsh)"' },
    { name: 'fish', summary: 'For fish: helpcrunch-customer completion fish | source' },
    { name: 'powershell', summary: 'For PowerShell: pipe it to Out-String | Invoke-Expression' },
  ],
  flags: [sharedFlags.json, sharedFlags.help],
  outcomes: ['done', 'invalid'],
  properties: {
    shell: { enum: Object.keys(scripts) },
    script: { type: 'string', description: 'What the shell has to run.' },
  },
  async run({ action: shell }, { commands }) {
    const offers = await Promise.all(
      commands.map(async ({ name, summary, load }): Promise<CommandOffer> => {
        const { flags, actions = [] } = await load();
        return { name, summary, flags, actions };
      }),
    );
    const script = scripts[shell]?.(offers) ?? '';
    return { outcome: 'done', data: { shell, script }, lines: script.trimEnd().split('\n') };
  },
});
