import { isJsonObject } from '@helpcrunch-customer-kit/core';
import { planText, type StoredPlan } from '@helpcrunch-customer-kit/local';
import { CLIENT_CAPABILITIES_META_KEY, inputRequired, inputResponse } from '@modelcontextprotocol/server';
import { safeText } from '../safe-json.ts';
import type { Reply, ToolContext } from '../tools/tool.ts';

/** How the wish for an approval is answered. */
export type ApprovalAnswer =
  /** Just given: go on. */
  | { readonly kind: 'approved' }
  | { readonly kind: 'declined' }
  /** A person has to answer outside the model. */
  | { readonly kind: 'needed'; readonly code: string }
  | { readonly kind: 'asked'; readonly reply: Extract<Reply<never>, { question: unknown }> };

const key = 'approval';
/** A longer question may be shown cut, and what is not seen is not approved. */
const maxQuestionLength = 5000;
const requestedSchema = {
  type: 'object' as const,
  properties: {
    approve: { type: 'boolean' as const, title: 'Create these customers', default: false },
  },
  required: ['approve'],
};

/**
 * Asks for the approval of a plan. Answers of the client count only when the person started the server that way; any other
 * client can declare that it asks its user, and answer by itself.
 */
export async function askForApproval(plan: StoredPlan, context: ToolContext): Promise<ApprovalAnswer> {
  const { session, request } = context;
  if (!session.options.trustsClient || !canAsk(context)) {
    await session.plans.ask(plan.id);
    return { kind: 'needed', code: plan.code };
  }
  const given = inputResponse(request.inputResponses, key);
  // Only the answer to the question that was asked last: an old one must not be used twice.
  if (given.kind === 'elicit' && plan.question !== undefined && request.requestState() === plan.question) {
    if (given.action === 'cancel') {
      // Closed without an answer. No answer to this question counts from now on; the next call asks again.
      await session.plans.ask(plan.id, crypto.randomUUID());
      return { kind: 'needed', code: plan.code };
    }
    const answer = given.action === 'accept' && given.content?.['approve'] === true ? 'approved' : 'declined';
    if (await session.plans.answer(plan, answer, 'client')) return { kind: answer };
  }
  const { title, lines } = planText(plan);
  const message = [title, ...lines]
    .map((line) => safeText(line, session.hide, Number.POSITIVE_INFINITY))
    .join('\n');
  if (message.length > maxQuestionLength) {
    await session.plans.ask(plan.id);
    return { kind: 'needed', code: plan.code };
  }
  const question = crypto.randomUUID();
  await session.plans.ask(plan.id, question);
  const asked = inputRequired.elicit({ message, requestedSchema });
  return {
    kind: 'asked',
    reply: { question: inputRequired({ inputRequests: { [key]: asked }, requestState: question }) },
  };
}

/** True when the client says that it can show a form to its user: with each request, or once when it connected. */
function canAsk({ server, request }: ToolContext): boolean {
  const envelope: Readonly<Record<string, unknown>> = request.envelope ?? {};
  const declared = envelope[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities();
  const elicitation = isJsonObject(declared) ? declared['elicitation'] : undefined;
  // Clients of 2025 declare no mode, and have forms only.
  return isJsonObject(elicitation) && ('form' in elicitation || !('url' in elicitation));
}
