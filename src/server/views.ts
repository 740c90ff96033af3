import type { OpenAPIHono } from '@hono/zod-openapi';
import { classesOf } from '../accounts/index.ts';
import type { Case } from '../ledger/index.ts';
import type { Role } from '../model/index.ts';
import type { Asking, Env } from './asking.ts';
import { type Derivation, deriveFrom } from './derivation.ts';
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
}

/** Views are kept by the classes that they read, and made anew when keys came or went: what they hold goes with them. */
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
  return {
    everything: () => all,
    of: (role) => {
      const classes = role === undefined ? [] : classesOf(role);
      const key = classes.join(' ');
      const held = classes.filter((one) => served.case.classes.has(one)).join(' ');
      const known = kept.get(key);
      if (known?.held === held) return known.view;
      const seen = served.case.as(classes);
      const derivation: Derivation = deriveFrom(seen);
      const view = viewOf({ ...served, case: seen, derivation });
      kept.set(key, { held, view });
      return view;
    },
  };
}
