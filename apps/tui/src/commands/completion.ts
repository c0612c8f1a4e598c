import { commands } from '../command-line/commands.ts';
import { type Flag, fieldFlags, generalFlags } from '../command-line/flags.ts';

const program = 'helpcrunch-customer';

/** What a shell offers after the program's name, from the tables that help is made of. */
const flags: readonly Flag[] = [...generalFlags, ...fieldFlags];

/** The script that teaches a shell the flags and commands; empty for a shell it has none for. */
export function completionScript(shell: string): string {
  switch (shell) {
    case 'bash':
      return bashScript();
    case 'zsh':
      return zshScript();
    case 'fish':
      return fishScript();
    default:
      return '';
  }
}

/** Flags whose value is the person's own: nothing is offered for it. */
function ownValues(): Flag[] {
  return flags.filter(({ kind, name }) => kind !== 'switch' && name !== 'from');
}

function bashScript(): string {
  return `# ${program} in bash: eval "$(${program} completion bash)"
_helpcrunch_customer() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
${commands
  .map(({ name, words }) => {
    // One word stands behind a command, and nothing behind that.
    const offer = `((COMP_CWORD == 2)) && COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word"));`;
    return `      ${name})${words.length === 0 ? '' : ` ${offer}`} return ;;`;
  })
  .join('\n')}
    esac
  fi
  case $before in
    --from) COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${ownValues()
      .map(({ name }) => `--${name}`)
      .join(' | ')}) return ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W '${flags.map(({ name }) => `--${name}`).join(' ')}' -- "$word"))
  elif ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$word"))
  fi
}
complete -o filenames -F _helpcrunch_customer ${program}
`;
}

function zshScript(): string {
  const specs = flags.map(({ name, kind, help }) => {
    const many = kind === 'list' ? '*' : '';
    const value = kind === 'switch' ? '' : name === 'from' ? ':file:_files' : `:${name}:`;
    return `    ${quote(`${many}--${name}[${help.replaceAll(/[[\]:\\]/g, '\\$&')}]${value}`)}`;
  });
  const cases = commands.map(({ name, words }) => {
    const offer = words.length === 0 ? '' : ` ((CURRENT == 3)) && compadd -- ${words.join(' ')};`;
    return `      ${name})${offer} return ;;`;
  });
  return `#compdef ${program}
# ${program} in zsh: eval "$(${program} completion zsh)"
_helpcrunch_customer() {
  if ((CURRENT > 2)); then
    case $words[2] in
${cases.join('\n')}
    esac
  fi
  _arguments -S \\
${specs.join(' \\\n')} \\
    '1:command:(${commands.map(({ name }) => name).join(' ')})'
}
compdef _helpcrunch_customer ${program}
`;
}

function fishScript(): string {
  const base = `complete -c ${program}`;
  const noCommand = `not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(' ')}`;
  return [
    `# ${program} in fish: ${program} completion fish | source`,
    `${base} -f`,
    ...commands.flatMap(({ name, help, words }) => [
      `${base} -n __fish_use_subcommand -a ${name} -d ${quote(help)}`,
      ...words.map((word) => {
        const isFree = `__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${words.join(' ')}`;
        return `${base} -n '${isFree}' -a ${quote(word)}`;
      }),
    ]),
    ...flags.map(({ name, short, kind, help }) => {
      const letter = short === undefined ? '' : ` -s ${short}`;
      const value = kind === 'switch' ? '' : name === 'from' ? ' -r -F' : ' -x';
      return `${base} -n '${noCommand}' -l ${name}${letter}${value} -d ${quote(help)}`;
    }),
    '',
  ].join('\n');
}

/** In single quotes, for any of the three shells. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
