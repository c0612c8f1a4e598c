import { type CommandOffer, freeTextFlags, namesOf, program } from './offers.ts';

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
