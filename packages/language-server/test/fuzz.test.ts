import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentOf, makeService } from './documents.ts';

const files = [
  '{\n  // hers\n  "name": "Ada 🙂",\n  "email": "ada@gmial.com",\n  "tags": [{ "name": "vip", "color": "red" }],\n}',
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

/** Where the edit begins and how much it takes, as parts of the text. */
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), takes: fc.nat(12), text: inserted }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

test('after any edits a document has the same findings as one that is opened anew, and nothing throws', () => {
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

/** Everything else that an editor asks for; that none of it throws is the point. */
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

test('fix all leaves text that is JSON, without what it put right', () => {
  const sure = fc.constantFrom(
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
      fc.uniqueArray(sure, { minLength: 1 }),
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
        const left = new Set(['no-identity', 'empty-customer', 'unknown-field']);
        expect(codes.filter((code) => !left.has(String(code)))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
