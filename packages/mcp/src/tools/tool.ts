import { ledgerErrorMessage } from '@helpcrunch-customer-kit/local';
import type {
  CallToolResult,
  InputRequiredResult,
  McpServer,
  ServerContext,
  ToolAnnotations,
} from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { safeJson, safeText } from '../safe-json.ts';
import type { Session } from '../session.ts';

/** What a tool answers: data and a sentence about it, a problem, or a question to the person at the client. */
export type Reply<Data> =
  | { readonly data: Data; readonly sentence: string; readonly next?: readonly string[] }
  | { readonly problem: string; readonly next: readonly string[] }
  | { readonly question: InputRequiredResult };

export interface ToolContext {
  readonly session: Session;
  readonly server: McpServer;
  /** The request that the tool answers. */
  readonly request: ServerContext['mcpReq'];
}

/** One tool. Everything about it is here: name, description, arguments, result, and what it does. */
export interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** Written by us alone: nothing from a file or the network is ever part of it. */
  readonly description: string;
  readonly annotations: ToolAnnotations;
  readonly input: Input;
  readonly output: Output;
  readonly run: (args: z.output<Input>, context: ToolContext) => Promise<Reply<z.output<Output>>>;
}

/** Adds a tool to a server. */
export function register<Input extends z.ZodObject, Output extends z.ZodObject>(
  { name, title, description, annotations, input, output, run }: Tool<Input, Output>,
  server: McpServer,
  session: Session,
): void {
  server.registerTool(
    name,
    {
      title,
      description,
      annotations,
      inputSchema: input as z.ZodObject,
      outputSchema: output as z.ZodObject,
    },
    async (args, { mcpReq }): Promise<CallToolResult | InputRequiredResult> => {
      const context = { session, server, request: mcpReq };
      const reply = await run(args as z.output<Input>, context).catch((error: unknown) => ({
        problem: ledgerErrorMessage(error, session.stateFolder),
        next: ['Nothing more was sent. Call the same tool again with the same arguments.'],
      }));
      if ('question' in reply) return reply.question;
      const isProblem = 'problem' in reply;
      const sentences = [isProblem ? reply.problem : reply.sentence, ...(reply.next ?? [])];
      const text = sentences.map((sentence) => safeText(sentence, session.hide)).join('\n');
      return {
        content: [{ type: 'text', text }],
        ...(isProblem ? { isError: true } : {}),
        ...(isProblem
          ? {}
          : { structuredContent: safeJson(reply.data, session.hide) as Record<string, unknown> }),
      };
    },
  );
}
