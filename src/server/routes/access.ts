import { createRoute, z } from '@hono/zod-openapi';
import { readLooks, type WrittenLook } from '../../accounts/index.ts';
import {
  type AccessEntry,
  accessPageSchema,
  doneSchema,
  type ItemId,
  type PersonId,
  printedSchema,
  type RecordId,
} from '../../model/index.ts';
import type { People } from '../../people/index.ts';
import { shows } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

const who = createRoute({
  method: 'get',
  path: '/api/access',
  summary: 'Who looked at whom: every read, search, print and export, the newest first',
  request: {
    query: z.object({
      account: idText<string>().optional(),
      person: idText<PersonId>().optional(),
      kind: z.string().max(20).optional(),
      from: wholeNumber(999_999_999).default(0),
      count: wholeNumber(LIMITS.page).default(50),
    }),
  },
  responses: answers('The looks', accessPageSchema),
});
const print = createRoute({
  method: 'post',
  path: '/api/access/print',
  summary: 'The pages say that something is being printed',
  request: jsonBody(printedSchema),
  responses: answers('Noted', doneSchema),
});

/** A look shows so many of the persons of a list by name; the rest as a number. */
const NAMED = 12;

export const accessRoutes = ({ case: seen, accounts, derivation }: ServedCase) => {
  const looks = readLooks(seen);
  return newRoutes()
    .openapi(who, async (c) => {
      const { account, person, kind, from, count } = c.req.valid('query');
      const people = await derivation.people();
      const asked = person === undefined ? undefined : recordsOf(people, person);
      const ofPerson = looks
        .all()
        .filter((look) => asked === undefined || look.persons.some((id) => asked.has(id)))
        .filter((look) => kind === undefined || look.kind === kind);
      const found = ofPerson.filter((look) => account === undefined || look.account === account);
      const counts = new Map<string, number>();
      for (const look of ofPerson) counts.set(look.account, (counts.get(look.account) ?? 0) + 1);
      const nameOf = (id: string): string => accounts?.read.byId(id)?.name ?? id;
      shows(c, person === undefined ? {} : { persons: [person] });
      return c.json(
        {
          total: found.length,
          from,
          entries: found.slice(from, from + count).map((look) => entryOf(look, people, asked, nameOf)),
          accounts: [...counts].map(([id, looked]) => ({ id, name: nameOf(id), count: looked })),
        },
        200,
      );
    })
    .openapi(print, (c) => {
      shows(c, c.req.valid('json'));
      return c.json({ done: true as const }, 200);
    });

  function entryOf(
    { entry, at, account, kind, persons, items, search, command, by }: WrittenLook,
    people: People,
    asked: ReadonlySet<string> | undefined,
    nameOf: (id: string) => string,
  ): AccessEntry {
    // whoever was asked about is named first
    const ordered = asked
      ? [...persons].sort((a, b) => Number(asked.has(b)) - Number(asked.has(a)))
      : persons;
    return {
      entry,
      at,
      account,
      name: nameOf(account),
      kind,
      persons: ordered.slice(0, NAMED).map((id) => {
        const known = people.person(id);
        return known ? { id: known.id, name: known.name } : { id };
      }),
      more: Math.max(0, persons.length - NAMED),
      items: items.map((id) => ({ id, ...fileOf(id) })),
      ...(search === undefined ? {} : { search }),
      ...(command === undefined ? {} : { command }),
      ...(by === undefined ? {} : { by }),
    };
  }

  function fileOf(id: ItemId): { file?: string } {
    try {
      return { file: seen.item(id).file };
    } catch {
      return {};
    }
  }
};

/** All ids under which somebody may have been looked at: those of every record that is taken to be them now. */
function recordsOf(people: People, id: PersonId): ReadonlySet<string> {
  const known = people.person(id);
  return new Set<string>([id, ...(known?.records ?? []).map(({ record }): RecordId => record)]);
}
