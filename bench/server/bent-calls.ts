/** Real calls of an API as its description tells them, and ways to bend them. */

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
interface Ids {
  readonly records: readonly string[];
  readonly items: readonly string[];
  readonly accounts: readonly string[];
}

/** One well-formed call of each route for each kind of id that its address may take. */
export function realCalls(
  description: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> },
  ids: Ids,
): Call[] {
  return Object.entries(description.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const named = pattern.includes('{')
        ? [ids.records[0], ids.items[0], ids.items.at(-1), ids.accounts.at(-1)]
        : ['x'];
      return named.map((id): Call => {
        const query = (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'query')
          .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sample(schema, ids)))}`)
          .join('&');
        const path = pattern.replace(/\{\w+\}/g, encodeURIComponent(id ?? 'x')) + (query ? `?${query}` : '');
        const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
        if (type === undefined || method === 'get')
          return { method: method.toUpperCase(), path, headers: {} };
        return {
          method: method.toUpperCase(),
          path,
          headers: { 'content-type': type },
          body: JSON.stringify(sample(content?.schema, ids) ?? {}),
        };
      });
    }),
  );
}

function sample(schema: Schema | undefined, ids: Ids): unknown {
  if (!schema) return 'x';
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (choice) return sample(choice, ids);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sample(inner, ids)]),
    );
  if (type === 'array') return [sample(schema.items, ids)];
  if (type === 'integer' || type === 'number') return 3;
  if (type === 'boolean') return true;
  return ids.records[0];
}

/** Chance that can be drawn again: mulberry32. */
export interface Dice {
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (from) => from[below(from.length)]! };
}

const ODD = [
  '',
  ' ',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '١٢',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  '../..',
  '..%2f..%2fsanad.json',
  '%',
  '%00',
  '%E0%A4%A',
  '\u202eabc',
  '\ufeff',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '$(id)',
  'x'.repeat(5_000),
  'محمد'.repeat(300),
  '\u0000',
  'a\nb',
  'k3f9.1',
  'owner',
];
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '0',
  '"x"',
  '{"__proto__":{"role":"owner"}}',
  `${'['.repeat(20_000)}`,
  `${'{"a":'.repeat(4_000)}`,
  '\ufeff{}',
  'x'.repeat(70_000),
  '--x\r\nContent-Disposition: form-data; name="files"; filename="../../a.csv"\r\n\r\nname\r\n--x--',
];
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/offset+octet-stream',
  'x/y',
  ';;;',
];
const HEADERS = [
  'origin',
  'cookie',
  'x-forwarded-for',
  'x-forwarded-proto',
  'sec-fetch-site',
  'accept-encoding',
  'if-none-match',
  'range',
  'authorization',
  'user-agent',
  'upload-offset',
  'upload-length',
  'upload-metadata',
  'tus-resumable',
];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'];

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** The call with one to three things about it bent; who asks is drawn too. */
export function bentCall(real: Call, random: Dice, cookies: readonly string[]): Call {
  const cookie = random.pick(cookies);
  let call: Call = { ...real, headers: { ...real.headers, ...(cookie === '' ? {} : { cookie }) } };
  for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times--) call = bent(call, random);
  return call.method === 'GET' || call.method === 'HEAD' ? withoutBody(call) : call;
}
const withoutBody = ({ method, path, headers }: Call): Call => ({ method, path, headers });

function bent(call: Call, random: Dice): Call {
  const { path, headers, body } = call;
  switch (random.below(9)) {
    case 0:
      return { ...call, method: random.pick(METHODS) };
    case 1: {
      const parts = path.split('/');
      parts[2 + random.below(Math.max(1, parts.length - 2))] = encoded(random.pick(ODD));
      return { ...call, path: parts.join('/') };
    }
    case 2: {
      const [before, query = ''] = path.split('?') as [string, string?];
      const pairs = query.split('&');
      pairs[random.below(pairs.length)] =
        `${random.pick(['q', 'from', 'count', 'filter', 'person', 'row', 'x'])}=${encoded(random.pick(ODD))}`;
      return { ...call, path: `${before}?${pairs.join('&')}` };
    }
    case 3:
      return {
        ...call,
        path: `${path}${random.pick(['/', '//', '/x', '?', '?&&=&', '%2f', '/../..', ';a=b'])}`,
      };
    case 4:
      return { ...call, headers: { ...headers, 'content-type': random.pick(TYPES) } };
    case 5: {
      const value = random
        .pick(ODD)
        .replace(/[^\x20-\x7e]/g, '?')
        .slice(0, 300);
      return { ...call, headers: { ...headers, [random.pick(HEADERS)]: value } };
    }
    case 6:
      return { ...call, body: random.pick(BODIES) };
    case 7:
      return body === undefined ? call : { ...call, body: body.slice(0, random.below(body.length + 1)) };
    default:
      return body === undefined ? call : { ...call, body: withOddValue(body, random) };
  }
}

/** The body with one of its values replaced by something else, or taken away. */
function withOddValue(body: string, random: Dice): string {
  try {
    const value = JSON.parse(body) as Record<string, unknown>;
    const name = random.pick(Object.keys(value));
    const odd: readonly unknown[] = [...ODD, null, [], {}, 0, -1, true, [[[]]], { kind: 'totp', code: 1 }];
    value[name] = random.pick(odd);
    if (random.below(5) === 0) delete value[name];
    return JSON.stringify(value);
  } catch {
    return body;
  }
}
