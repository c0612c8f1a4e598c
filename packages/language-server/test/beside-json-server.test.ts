import { expect, test } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { customerSchema } from '../src/schema-features.ts';
import { makeService, withCursor } from './documents.ts';

const jsonServer = getLanguageService({});
jsonServer.configure({
  validate: true,
  schemas: [{ uri: 'helpcrunch://schemas/customer.json', fileMatch: ['*'], schema: customerSchema }],
});

/** The results of both servers for a document: JSON server first, then ours. */
async function both(marked: string) {
  const service = makeService();
  const { document, position } = withCursor(marked);
  service.learn(document);
  const json = jsonServer.parseJSONDocument(document);
  const [diagnostics, colors, completion] = await Promise.all([
    jsonServer.doValidation(document, json),
    jsonServer.findDocumentColors(document, json),
    jsonServer.doComplete(document, position, json),
  ]);
  const textAt = ({ range }: { range: { start: typeof position; end: typeof position } }) =>
    document.getText(range);
  return {
    diagnostics: [diagnostics.map(textAt), service.diagnostics(document).map(textAt)],
    colors: [colors.map(textAt), service.colors(document).map(textAt)],
    completions: [
      (completion?.items ?? []).map(({ label }) => label),
      service.completions(document, position).map(({ label }) => label),
    ],
  };
}

test('VS Code’s JSON server reports syntax errors and duplicate keys, and nothing that we report', async () => {
  const wrong =
    '{|"name": 5, "emial": 1, "id": 2, "locale": "xx", "tags": [{"color": "no"}], "firstSeen": {}, "email": "a"}';
  const { diagnostics } = await both(wrong);
  expect(diagnostics[0]).toEqual([]);
  expect(diagnostics[1]).toHaveLength(8);
  expect((await both('{|"name": "Ada", "name": "Ada"}')).diagnostics).toEqual([['"name"', '"name"'], []]);
  expect((await both('{|"name": "Ada",')).diagnostics[1]).toEqual([]);
});

test('each color has one swatch', async () => {
  const { colors } = await both(
    '[{|"tags": [{"color": "#f00"}, {"color": "red"}, {"color": "rgb(0 0 0)"}]}]',
  );
  expect(colors).toEqual([[], ['"#f00"', '"red"', '"rgb(0 0 0)"']]);
});

test.each([
  ['locales', '{"locale": "|"}', 'uk'],
  ['tags', '[{"tags": [{"name": "vip"}]}, {"tags": [{"name": "|"}]}]', 'vip'],
  ['properties', '[{"customData": {"plan": 1}}, {"customData": [{"property": "|"}]}]', 'plan'],
])('%s are offered once', async (_, marked, label) => {
  const { completions } = await both(marked);
  expect(completions[0]).not.toContain(`"${label}"`);
  expect(completions[1]?.filter((offered) => offered === label)).toEqual([label]);
});

test('fields are offered by the schema only', async () => {
  const { completions } = await both('{|}');
  expect(completions[0]).toContain('email');
  expect(completions[1]).toEqual([]);
});
