import { expect, test } from 'vitest';
import { ApiKey } from '../api/api-key.ts';
import { connect } from '../api/connection.ts';
import { checkKey } from './duplicate-check.ts';

const key = ApiKey.read('any-key');
if (!key.ok) throw new Error('the key is readable');
const apiKey = key.key;

async function check(response: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  const connection = connect({
    baseUrl: 'https://api.example.com/v1',
    apiKey,
    fetch: async (request) => {
      requests.push(request);
      return response();
    },
  });
  const result = await checkKey(connection);
  return { kind: result.kind, urls: requests.map(({ url }) => url) };
}

const urls = ['https://api.example.com/v1/customers/search'];
const errors = { errors: [{ code: 'unauthorized', message: 'Unauthorized' }] };

test('checkKey: makes one search, which finds no one', async () => {
  const none = () => Response.json({ data: [], total: 0 });
  expect(await check(none)).toEqual({ kind: 'accepted', urls });
});

test('checkKey: only a 401 of HelpCrunch itself refuses the key', async () => {
  const kinds = await Promise.all([
    check(() => Response.json(errors, { status: 401 })),
    check(() => new Response('<h1>Sign in</h1>', { status: 401 })),
    check(() => Response.json(errors, { status: 403 })),
    check(() => Promise.reject(new TypeError('fetch failed'))),
  ]);
  expect(kinds.map(({ kind }) => kind)).toEqual(['refused', 'no-verdict', 'no-verdict', 'no-verdict']);
});
