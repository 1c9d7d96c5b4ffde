/** What the fuzzer knows of a target. How its input is made, how it is sent, and what came of it. */
import type fc from 'fast-check';

/** The server as the fuzzer prepared it. */
export interface World {
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly counter: number;
  /** Of the counter. */
  readonly goal: number;
  /** Of the counter. */
  readonly segment: number;
  /** Of a visitor who has said hello to the chat. */
  readonly secret: string;
  readonly openapi: OpenApi;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

export interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
}

export interface Outcome {
  /** 0: the other side closed the connection without an answer, as it may where it is no HTTP. */
  readonly status: number;
  /** `X-Goalpost`, where there is one. */
  readonly verdict: string;
  readonly body: string;
  readonly bytes?: Buffer;
  /** What its target finds wrong with it, beyond what all targets do. */
  readonly wrong?: string | null;
}

/** A target with its kind of input bound in. */
export interface Target {
  readonly name: string;
  /** Inputs that are under way at once, where each is more work than a refusal. */
  readonly batch?: number;
  inputs(world: World): fc.Arbitrary<Sending>;
}

export interface Sending {
  /** Says the input, to be read by people. */
  readonly said: string;
  send(): Promise<Outcome>;
}
