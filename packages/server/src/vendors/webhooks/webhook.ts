/** What a vendor's webhook is to us: whether it is the vendor's, and what it says. One file a vendor. */
import type { Outcome } from '@goalpost/contract/vendors/outcomes';

/** A side of the conversation that spoke, an outcome by itself, or nothing but who the visitor is. */
export type Signal =
  | 'visitor'
  | 'agent'
  | 'rule'
  | 'manual'
  | 'known'
  | Exclude<Outcome, 'started' | 'invited' | 'operator'>;

export interface Told {
  /** The vendor's id of the conversation. */
  readonly thread: string;
  readonly signal: Signal;
  /** Milliseconds since the epoch; null: when it arrives. */
  readonly at: number | null;
  readonly who: Who;
}

/** Empty: not said. */
export interface Who {
  /** The visitor's number, as the tag has handed it over. */
  readonly visitor: string;
  readonly userId: string;
  readonly email: string;
}

export interface Signed {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface VendorWebhook {
  readonly vendor: string;
  /** Whether the vendor signs: never, where the owner has set a secret there, or always. */
  readonly signs: 'never' | 'may' | 'must';
  /** @param secret that the vendor signs with */
  isSigned?(request: Signed, secret: string): boolean;
  /** When it was signed, where the signature is over a time too: milliseconds since the epoch; null: it names none. */
  signedAt?(request: Signed): number | null;
  /** Where a body names its event, as a text. */
  readonly eventAt: string;
  /** @param body parsed JSON, of any type; never throws */
  read(body: unknown): readonly Told[];
}
