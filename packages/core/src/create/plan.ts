import type { CreateCustomerPayload, CustomerDraft } from '../customer/draft.ts';
import { buildPayload, viewDraft } from '../customer/draft-view.ts';
import { customerField } from '../customer/fields.ts';
import { hasErrors } from '../customer/issue.ts';
import { pointerSet, toPointer } from '../customer/json.ts';
import type { Issue } from '../rules/rules.ts';
import { type CustomerToValidate, validateView } from '../rules/validate-customer.ts';
import type { DryRun, Invalid } from './outcome.ts';

/** What would be sent, validated once; `isReady` is false when an error stops it. */
export interface Plan {
  readonly draft: CustomerDraft;
  readonly issues: readonly Issue[];
  readonly request: CreateCustomerPayload;
  /**
   * The same for the same request body, however it was written. With variables, of the body as it was written: their values
   * do not make it another customer.
   */
  readonly fingerprint: string;
  readonly isReady: boolean;
}

/** Validates a customer and builds its request body. Needs no account and no network; `now` is in milliseconds. */
export function planCustomer(customer: CustomerToValidate, context: { readonly now: number }): Plan {
  const { draft, variables } = customer;
  const view = viewDraft(draft);
  const issues = validateView(view, customer.issues ?? [], context);
  const exact = withoutInexact(draft, issues);
  const request = exact === draft ? view.payload : buildPayload(exact);
  return {
    draft,
    issues,
    request,
    fingerprint: JSON.stringify(variables ? buildPayload(variables.written) : request),
    isReady: !hasErrors(issues),
  };
}

/** The draft without numbers that lost digits: a request never shows them rounded. */
function withoutInexact(draft: CustomerDraft, issues: readonly Issue[]): CustomerDraft {
  const places = issues.flatMap(({ code, path }) => (code === 'inexact-number' ? [path] : []));
  if (places.length === 0) return draft;
  const inexact = pointerSet(places);
  const fields = Object.entries(draft).flatMap(([key, value]) => {
    const path = toPointer([key]);
    if (inexact.covers(path)) return [];
    if (customerField(key)?.kind !== 'custom-data') return [[key, value] as const];
    const entries = Object.entries(value).filter(([part]) => !inexact.touches(path + toPointer([part])));
    return [
      [key, Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries)] as const,
    ];
  });
  return Object.fromEntries(fields);
}

/** The outcome of a plan that is not sent: because of its errors, or because that was asked for. */
export function planOutcome({ isReady, issues, request }: Plan): DryRun | Invalid {
  return { outcome: isReady ? 'dry-run' : 'invalid', customerExists: 'no', issues, request };
}
