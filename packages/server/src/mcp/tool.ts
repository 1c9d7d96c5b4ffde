/** A tool of the MCP server as a value: its input, and the request of the API that answers it. */
import type { z } from 'zod';

/** A question to the API. */
export interface ApiQuestion {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the assistant: when to use it, and what comes back. */
  readonly description: string;
  readonly input: z.ZodObject;
  question(input: never): ApiQuestion;
}

/**
 * Its types are held here; the list forgets them. Arguments that it does not know are refused [A80]: a filter that
 * is misspelt would otherwise answer with the whole site.
 */
export function defineTool<S extends z.ZodObject>(
  tool: Omit<Tool, 'input' | 'question'> & {
    readonly input: S;
    question(input: z.output<S>): ApiQuestion;
  },
): Tool {
  return { ...tool, input: tool.input.strict() } as unknown as Tool;
}
