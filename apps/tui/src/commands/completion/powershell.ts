import { type CommandOffer, freeTextFlags, program } from './offers.ts';

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
  const free = freeTextFlags(commands).map((name) => quote(`--${name}`));
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
  $command = if ($words.Count -gt 1 -and $commands.Contains($words[1])) { $words[1] } else { ${quote(commands[0]?.name ?? '')} }
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
  const pairs = rows.map(([key, value]) => `${quote(key)} = ${quote(value)}`).join('; ');
  const text = `[ordered]@{ ${pairs} }`;
  return name === undefined ? text : `    ${quote(name)} = ${text}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
