#!/usr/bin/env node
import { keepCompiledCode } from './program/compiled-code.ts';

// Before anything else is loaded: only what is loaded from here on is kept compiled.
keepCompiledCode(process);
const { runProgram } = await import('./cli.ts');
await runProgram();
