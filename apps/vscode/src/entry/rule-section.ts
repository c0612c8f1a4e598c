/** The section of a rule in docs/rules.md; `undefined` when it has none. */
export function ruleSection(rules: string, code: string): string | undefined {
  const section = rules.split(/^(?=## )/m).find((part) => part.startsWith(`## ${code}\n`));
  return section?.replace('## ', '# ');
}
