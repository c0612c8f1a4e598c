// Customers judged a second, as JSON on standard output: core beside ajv and VS Code's JSON service, batch by batch.
import { performance } from 'node:perf_hooks';
import { readCustomer, readCustomerText, validateCustomer } from '@helpcrunch-customer-kit/core';
import { Ajv } from 'ajv';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sampleCustomer } from '../../../src/samples/customer-texts.ts';
import { strictSchema } from '../../../src/samples/strict-schema.ts';
import { takeRounds } from '../../../src/statistics/rounds.ts';

const rounds = 30;
const values = Array.from({ length: 200 }, (_, index) => sampleCustomer(index));
const texts = values.map((value) => JSON.stringify(value, undefined, 2));
const refused = values.length / 10;
const now = Date.now();

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
const matches = ajv.compile(strictSchema);

const jsonService = getLanguageService({});
const uri = 'schema://customer';
jsonService.configure({ validate: true, schemas: [{ uri, fileMatch: ['*'], schema: strictSchema }] });

/** Judges all samples, and counts those that have a finding: every judge finds the same. */
type Judge = () => number | Promise<number>;

const onValues: Record<string, Judge> = {
  ours: () => count(values, (value) => validateCustomer(readCustomer(value), { now }).length > 0),
  ajv: () => count(values, (value) => !matches(value)),
};
const onTexts: Record<string, Judge> = {
  ours: () => count(texts, (text) => validateCustomer(readCustomerText(text), { now }).length > 0),
  'JSON.parse and ajv': () => count(texts, (text) => !matches(JSON.parse(text))),
  'vscode-json-languageservice': async () => {
    let found = 0;
    for (const text of texts) {
      const document = TextDocument.create('file:///a.customer.json', 'json', 1, text);
      const findings = await jsonService.doValidation(document, jsonService.parseJSONDocument(document));
      if (findings.length > 0) found += 1;
    }
    return found;
  },
};

function count<Item>(items: readonly Item[], isRefused: (item: Item) => boolean): number {
  return items.filter(isRefused).length;
}

async function perSecond(judge: Judge): Promise<number> {
  const start = performance.now();
  let judged = 0;
  while (performance.now() - start < 40) {
    if ((await judge()) !== refused) throw new Error('Not every judge finds the same.');
    judged += values.length;
  }
  return (judged * 1000) / (performance.now() - start);
}

function contest(judges: Record<string, Judge>) {
  const contenders = Object.entries(judges).map(([name, judge]) => [name, () => perSecond(judge)] as const);
  return takeRounds(Object.fromEntries(contenders), { rounds, warmUps: 5 });
}

process.stdout.write(
  JSON.stringify({ 'validate-values': await contest(onValues), 'validate-texts': await contest(onTexts) }),
);
