import type { Flag } from '../../command-line/flags.ts';
import { type CommandOffer, program, quote, takesWord } from './offers.ts';

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
