import type { SendDesk } from './send-customer.ts';

/** A desk that does not ask again for bodies that were agreed to already; for a repeat it does. */
export function consentedDesk(desk: SendDesk, bodies: ReadonlySet<string>): SendDesk {
  return {
    ...desk,
    confirm: async (text) => (!text.isRepeat && bodies.has(text.body)) || desk.confirm(text),
  };
}
