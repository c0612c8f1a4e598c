import { readFile } from 'node:fs/promises';
import {
  type Environment,
  type RunOptions as Options,
  type Ran,
  runProgram as run,
} from '@helpcrunch-customer-kit/testing/run-program';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { environmentOf, makeFolder, program } from './program.ts';

export interface RunOptions extends Pick<Options, 'stdin' | 'during'> {
  readonly environment?: Environment;
}

/** Runs the built program without a terminal, to its end. */
export async function runProgram(
  argv: readonly string[],
  { environment = {}, ...options }: RunOptions = {},
): Promise<Ran> {
  await using home = await makeFolder();
  const env = environmentOf(home.path, environment);
  return await run([process.execPath, program, ...argv], { ...options, env, cwd: home.path });
}

/** The one JSON object that is all of standard output, on one line. */
export function onlyObject(stdout: string): Readonly<Record<string, unknown>> {
  const [line = '', ...others] = stdout.split('\n');
  if (others.length !== 1 || others[0] !== '') throw new Error(`This is not one line:\n${stdout}`);
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`No object: ${line}`);
  return value as Readonly<Record<string, unknown>>;
}

const jsonService = getLanguageService({});
const schema = JSON.parse(
  await readFile(new URL('../generated/command-result.schema.json', import.meta.url), 'utf8'),
);

/** What the published JSON Schema has against an object that was printed. */
export async function schemaErrors(object: unknown): Promise<string[]> {
  const document = TextDocument.create('memory:/result.json', 'json', 1, JSON.stringify(object));
  const json = jsonService.parseJSONDocument(document);
  const errors = await jsonService.doValidation(document, json, undefined, schema);
  return errors.map(({ message }) => String(message));
}
