import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentOf, makeService } from './documents.ts';

const files = [
  '{\n  // note\n  "name": "Ada 🙂",\n  "email": "ada@gmial.com",\n  "tags": [{ "name": "vip", "color": "red" }],\n}',
  '[{"userId": "a", "customData": {"plan": "pro", "at": 1603885746}}, {"userId": "a", "id": 5}]',
  '{"data": [{"name": "Ada", "firstSeen": 1603885746000, "locale": "pt-br"}], "total": 1}\r\n',
  '{"$schema": "helpcrunch://schemas/customer.json", "customData": [{"property": "a", "value": [1]}]}',
];

const inserted = fc.oneof(
  fc.constantFrom(
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '//',
    '/*',
    '\r\n',
    '\n',
    '\ud83d',
    '\uFEFF',
    '__proto__',
  ),
  fc.constantFrom(
    '"tags": ',
    '"customData": ',
    '"locale": "uk"',
    '{"name": "x"}',
    '12345678901234567890',
    'null',
  ),
  fc.string({ maxLength: 5 }),
);

/** Start of the edit as a part of the text, and how many characters it replaces. */
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), takes: fc.nat(12), text: inserted }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

test('after any edits the diagnostics equal those of a freshly opened document, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      edits,
      fc.constantFrom('all', 'beyond-schema'),
      (text, made, scope) => {
        const service = makeService(scope);
        const document = documentOf(text, 'all.customers.json');
        for (const [index, { at, takes, text: newText }] of made.entries()) {
          const offset = Math.floor(at * document.getText().length);
          const range = { start: document.positionAt(offset), end: document.positionAt(offset + takes) };
          TextDocument.update(document, [{ range, text: newText }], index + 2);
          service.diagnostics(document);
          service.learn(document);
          useAll(service, document, offset);
        }
        const fresh = documentOf(document.getText(), 'all.customers.json');
        expect(service.diagnostics(document)).toEqual(makeService(scope).diagnostics(fresh));
      },
    ),
    { numRuns: 300 },
  );
});

/** All other requests of an editor: none of them may throw. */
function useAll(service: ReturnType<typeof makeService>, document: TextDocument, offset: number): void {
  const position = document.positionAt(offset);
  const range = { start: position, end: position };
  service.hover(document, position);
  service.completions(document, position);
  service.colors(document);
  service.symbols(document);
  service.codeLenses(document, { command: 'x', account: 'y' });
  const diagnostics = service.diagnostics(document);
  for (const { edit } of service.codeActions(document, range, { diagnostics, only: ['', 'source.fixAll'] })) {
    // Throws when edits overlap.
    TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? []);
  }
}

test('fix all: the result is JSON without the fixed issues', () => {
  const fixable = fc.constantFrom(
    '"id": 5',
    '"userId": 7',
    '"locale": "pt-br"',
    '"emial": "a@b.cd"',
    '"e_mail": "a@b.cd"',
    '"firstSeen": 1603885746000',
    '"tags": ["vip", {"name": "vip"}, {"name": "vip"},]',
    '"name": 1.5 /* ? */',
    '"blocked": true // no',
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fixable, { minLength: 1 }),
      fc.constantFrom(', ', ',\n  ', '\n,'),
      (parts, comma) => {
        const service = makeService('all');
        const document = documentOf(`{ ${parts.join(`\n${comma}`)}\n}`);
        const start = { line: 0, character: 0 };
        const context = { diagnostics: [], only: ['source.fixAll'] };
        const [action] = service.codeActions(document, { start, end: start }, context);
        const text = TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? []);
        const codes = makeService('all')
          .diagnostics(documentOf(text))
          .map(({ code }) => code);
        const remaining = new Set(['no-identity', 'empty-customer', 'unknown-field']);
        expect(codes.filter((code) => !remaining.has(String(code)))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
