import { type VariableSource, variables, variablesIn } from '@helpcrunch-customer-kit/core';

const exampleUuid = '3f2b8c1e-6d4a-4f57-9b0e-5a7c2d9e1f83';

/** Values as they may be when a customer is sent, for diagnostics and hovers. */
export function variablePreview({
  now,
  nextCount,
}: {
  readonly now: () => number;
  readonly nextCount: () => number | undefined;
}): VariableSource {
  return (name) => {
    switch (name) {
      case 'uuid':
        return exampleUuid;
      case 'timestamp':
        return String(Math.floor(now() / 1000));
      case 'counter':
        return String(nextCount() ?? 1);
      default: {
        const unreachable: never = name;
        return unreachable;
      }
    }
  };
}

/** The variables of a text, one line each; empty without any. */
export function variableHover(text: string, preview: VariableSource): string {
  const lines = variablesIn(text).map(({ written, name }) => {
    if (!name) return `\`${written}\` is sent as it is: it is not a variable.`;
    const value = `\`${preview(name)}\``;
    const shown = { uuid: `such as ${value}`, timestamp: `now ${value}`, counter: `next ${value}` }[name];
    return `\`${written}\` is replaced when the customer is sent: ${variables[name]}, ${shown}.`;
  });
  return [...new Set(lines)].join('\n\n');
}
