import type { Caller } from './caller.ts';
import type { CallerName } from './caller-name.ts';
import { cli } from './cli.ts';
import { core } from './core.ts';
import { extension } from './extension.ts';
import { wizard } from './wizard.ts';

export const callers: Readonly<Record<CallerName, Caller>> = { core, extension, cli, wizard };
