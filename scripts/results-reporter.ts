import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Reporter, SerializedError, TestModule, TestSuite, Vitest } from 'vitest/node';

/** What one task of `pnpm test` reports to scripts/test.mjs. */
export interface TestResults {
  readonly passed: number;
  readonly failures: readonly TestFailure[];
}

export interface TestFailure {
  readonly name: string;
  /** Runs it alone, after `pnpm --filter PACKAGE`. */
  readonly command: string;
}

/** Writes the results of a vitest run to `test-results/test.json` in the package. */
export class ResultsReporter implements Reporter {
  #root = '';

  onInit(vitest: Vitest): void {
    this.#root = vitest.config.root;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failed = tests.filter((test) => test.result().state === 'failed');
    const failures = [
      ...failed.map((test) => failureOf(test.module, test.fullName, test.location?.line)),
      ...modules.flatMap((module) => brokenParts(module).map((name) => failureOf(module, name))),
      ...errors.map(strayFailure),
    ];
    const results: TestResults = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failures,
    };
    const folder = join(this.#root, 'test-results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'test.json'), JSON.stringify(results));
  }
}

/** A file that does not load, and hooks that fail: no test of theirs need have failed. */
function brokenParts(module: TestModule): readonly string[] {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  return [
    ...(module.errors().length > 0 ? ['The whole file'] : []),
    ...suites.map((suite: TestSuite) => suite.fullName),
  ];
}

function failureOf({ relativeModuleId: file }: TestModule, name: string, line?: number): TestFailure {
  const place = line === undefined ? file : `${file}:${line}`;
  return { name: `${file} › ${name}`, command: `exec vitest run ${place}` };
}

/** An error that no test caught; vitest knows at most the file that ran when it came. */
function strayFailure({ message, VITEST_TEST_PATH: path }: SerializedError): TestFailure {
  const file = typeof path === 'string' ? relative(process.cwd(), path) : '';
  return {
    name: `${file} › an error outside of any test: ${message}`,
    command: `exec vitest run ${file}`.trimEnd(),
  };
}
