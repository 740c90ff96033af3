import type { OpenAPIHono } from '@hono/zod-openapi';
import { classesOf } from '../accounts/index.ts';
import type { Case } from '../ledger/index.ts';
import type { Role } from '../model/index.ts';
import { forgetPeople } from '../people/index.ts';
import type { Asking, Env } from './asking.ts';
import { type Derivation, deriveFrom } from './derivation.ts';
import { fullerPeople } from './fuller-people.ts';
import type { ServedCase } from './served-case.ts';

/** The routes as one role sees the case. They are made for it: nothing else is in their reach. */
export interface View {
  readonly case: Case;
  answer(request: Request, asking: Asking): Promise<Response>;
}

export interface Views {
  /** While nobody has made an account. */
  everything(): View;
  /** `undefined`: somebody who has not signed in. */
  of(role: Role | undefined): View;
  /** Lets go of what was worked out with keys that are no longer there. */
  forget(): void;
}

/**
 * Views are kept by the classes that they read, and made anew when keys came or went. People and claims are worked out
 * once, from what the team's class shows, for every role that holds it.
 */
export function openViews(served: ServedCase, routes: (served: ServedCase) => OpenAPIHono<Env>): Views {
  const viewOf = (seen: ServedCase): View => {
    const app = routes(seen);
    return {
      case: seen.case,
      answer: async (request, asking) => app.fetch(request, { asking }),
    };
  };
  const all = viewOf(served);
  const kept = new Map<string, { readonly held: string; readonly view: View }>();
  let team: Derivation | undefined;
  const derivationOf = (seen: Case): Derivation => {
    if (!seen.classes.has('team')) return deriveFrom(seen);
    team ??= deriveFrom(served.case.as(['team']));
    const { people, ...rest } = team;
    return { ...rest, people: async () => fullerPeople(await people(), seen) };
  };
  return {
    everything: () => all,
    forget: () => {
      kept.clear();
      if (served.case.classes.has('team')) return;
      team = undefined;
      forgetPeople(served.case);
      forgetPeople(served.case.as(['team']));
    },
    of: (role) => {
      const classes = role === undefined ? [] : classesOf(role);
      const key = classes.join(' ');
      const held = classes.filter((one) => served.case.classes.has(one)).join(' ');
      const known = kept.get(key);
      if (known?.held === held) return known.view;
      const seen = served.case.as(classes);
      const view = viewOf({ ...served, case: seen, derivation: derivationOf(seen) });
      kept.set(key, { held, view });
      return view;
    },
  };
}
