import type { Action } from '../command-line/arguments.ts';
import { type Flag, sharedFlags } from '../command-line/flags.ts';
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

/** What a shell offers for a command. The first of the list runs when none is named. */
export interface CommandOffer {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly actions: readonly Action[];
}

export const program = 'helpcrunch-customer';

/** The names of all flags whose value is free text, so that a shell offers nothing for it. */
export function freeTextFlags(commands: readonly CommandOffer[]): string[] {
  const flags = commands.flatMap((command) => command.flags).filter(takesWord);
  return [...new Set(flags.filter(({ completes }) => completes === undefined).map(({ name }) => name))];
}

/** True when the next word belongs to the flag. */
export function takesWord({ kind }: Flag): boolean {
  return kind === 'text' || kind === 'list';
}

/** In single quotes, for bash, zsh and fish. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function namesOf(items: readonly { readonly name: string }[], prefix = ''): string {
  return items.map(({ name }) => `${prefix}${name}`).join(' ');
}

/** Offers for bash, as a function that sets `COMPREPLY`. */
export function bashScript(commands: readonly CommandOffer[]): string {
  const cases = commands.map(({ name, flags, actions }) => {
    const own = [`flags='${namesOf(flags, '--')}'`, `actions='${namesOf(actions)}'`].join(' ');
    return `      ${name}) ${own} ;;`;
  });
  return `# ${program} in bash: eval "$(${program} completion bash)"
_helpcrunch_customer() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  local flags='${namesOf(commands[0]?.flags ?? [], '--')}' actions=''
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
${cases.join('\n')}
    esac
  fi
  case $before in
    --from) COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${freeTextFlags(commands)
      .map((name) => `--${name}`)
      .join(' | ')}) return ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${namesOf(commands)}' -- "$word"))
  elif ((COMP_CWORD == 2)); then
    COMPREPLY=($(compgen -W "$actions" -- "$word"))
  fi
}
complete -o filenames -F _helpcrunch_customer ${program}
`;
}

/** Offers for fish, a line each. */
export function fishScript(commands: readonly CommandOffer[]): string {
  const base = `complete -c ${program}`;
  const [fallback, ...others] = commands;
  const noCommand = `not __fish_seen_subcommand_from ${namesOf(others)}`;
  return [
    `# ${program} in fish: ${program} completion fish | source`,
    `${base} -f`,
    ...(fallback?.flags ?? []).map((flag) => `${base} -n '${noCommand}' ${flagOffer(flag)}`),
    ...commands.map(
      ({ name, summary }) => `${base} -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ),
    ...others.flatMap(({ name, flags, actions }) => {
      const seen = `__fish_seen_subcommand_from ${name}`;
      const noAction = `${seen}; and not __fish_seen_subcommand_from ${namesOf(actions)}`;
      return [
        ...actions.map((action) => `${base} -n '${noAction}' -a ${action.name} -d ${quote(action.summary)}`),
        ...flags.map((flag) => `${base} -n '${seen}' ${flagOffer(flag)}`),
      ];
    }),
    '',
  ].join('\n');
}

function flagOffer(flag: Flag): string {
  const { name, short, help, completes } = flag;
  const letter = short === undefined ? '' : ` -s ${short}`;
  const value = !takesWord(flag) ? '' : completes === 'files' ? ' -r -F' : ' -x';
  return `-l ${name}${letter}${value} -d ${quote(help)}`;
}

/** Offers for PowerShell, with a description each. */
export function powershellScript(commands: readonly CommandOffer[]): string {
  const flags = commands.map(({ name, flags: own }) =>
    table(
      name,
      own.map(({ name: flag, help }) => [`--${flag}`, help]),
    ),
  );
  const actions = commands.map(({ name, actions: own }) =>
    table(
      name,
      own.map((each) => [each.name, each.summary]),
    ),
  );
  const free = freeTextFlags(commands).map((name) => quotePowershell(`--${name}`));
  return `# ${program} in PowerShell: ${program} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {
  param($word, $ast, $position)
  $commands = ${table(
    undefined,
    commands.map(({ name, summary }) => [name, summary]),
  )}
  $flags = @{
${flags.join('\n')}
  }
  $actions = @{
${actions.join('\n')}
  }
  $words = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" })
  if (@(${free.join(', ')}) -contains $words[-1]) { return }
  $command = if ($words.Count -gt 1 -and $commands.Contains($words[1])) { $words[1] } else { ${quotePowershell(commands[0]?.name ?? '')} }
  $offers =
    if ($word.StartsWith('-')) { $flags[$command] }
    elseif ($words.Count -eq 1) { $commands }
    elseif ($words.Count -eq 2) { $actions[$command] }
    else { @{} }
  $offers.GetEnumerator() | Where-Object { $_.Key.StartsWith($word) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
  }
}
`;
}

function table(name: string | undefined, rows: readonly (readonly [string, string])[]): string {
  const pairs = rows.map(([key, value]) => `${quotePowershell(key)} = ${quotePowershell(value)}`).join('; ');
  const text = `[ordered]@{ ${pairs} }`;
  return name === undefined ? text : `    ${quotePowershell(name)} = ${text}`;
}

function quotePowershell(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Offers for zsh, with a description each. */
export function zshScript(commands: readonly CommandOffer[]): string {
  const [fallback] = commands;
  const cases = commands.map(({ name, flags, actions }) => {
    const specs = [
      `1:command:(${name})`,
      ...(actions.length === 0 ? [] : [`2:action:${described(actions)}`]),
    ];
    return `      ${name}) specs=(\n${lines([...specs, ...flags.map(flagSpec)], 8)}\n      ) ;;`;
  });
  return `#compdef ${program}
# ${program} in zsh: eval "$(${program} completion zsh)"
_helpcrunch_customer() {
  local -a specs
  if ((CURRENT > 2)); then
    case $words[2] in
${cases.join('\n')}
    esac
  fi
  if ((! $#specs)); then
    specs=(
${lines([`1:command:${described(commands)}`, ...(fallback?.flags ?? []).map(flagSpec)], 6)}
    )
  fi
  _arguments -S $specs
}
compdef _helpcrunch_customer ${program}
`;
}

function lines(specs: readonly string[], indent: number): string {
  return specs.map((spec) => `${' '.repeat(indent)}${quote(spec)}`).join('\n');
}

function flagSpec({ name, kind, help, completes }: Flag): string {
  const many = kind === 'list' ? '*' : '';
  const value = completes === 'files' ? `:${completes}:_files` : `:${name}:`;
  return `${many}--${name}[${help.replaceAll(/[[\]:\\]/g, '\\$&')}]${takesWord({ kind } as Flag) ? value : ''}`;
}

/** Words with what they mean, as an action of `_arguments`. */
function described(items: readonly { readonly name: string; readonly summary: string }[]): string {
  const words = items.map(({ name, summary }) => `${name}\\:"${summary.replaceAll(/["\\$`:]/g, '\\$&')}"`);
  return `((${words.join(' ')}))`;
}
