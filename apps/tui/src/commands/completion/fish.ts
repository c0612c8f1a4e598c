import type { Flag } from '../../command-line/flags.ts';
import { type CommandOffer, namesOf, program, quote, takesWord } from './offers.ts';

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
