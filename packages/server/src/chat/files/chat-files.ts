/** Files in the chat: taken from visitors and operators, held against what is allowed, and given out. */
import { MAX_FILE_BYTES, type ChatFile, type ChatRefusalReason } from '@goalpost/contract/chat';
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Clock } from '../../kit/clock.ts';
import type { ChatStore, FileIndex, FileRecord } from '../port.ts';
import { FilesUnavailable, type FileBytes } from './port.ts';
import { withCheckedLength } from './length-check.ts';
import { cleanName, extensionOf } from './file-name.ts';
import { kindOf } from './kinds.ts';
import { createRateLimit } from '../../kit/limits/rate-limit.ts';
import { UPLOAD_LIMITS, type UploadLimits } from './upload-limit.ts';

/** A file on its way in. */
export interface Upload {
  readonly counterId: number;
  /** As the header has it. */
  readonly name: string;
  /** What the sender says that it is; null: nothing. */
  readonly length: number | null;
  readonly body: AsyncIterable<Uint8Array>;
}

export type UploadAnswer =
  | { readonly ok: true; readonly file: ChatFile }
  | { readonly ok: false; readonly reason: ChatRefusalReason };

export interface OpenedFile {
  readonly file: FileRecord;
  /** Exactly as many as the record says, or an error. */
  readonly bytes: Readable;
}

export interface ChatFiles {
  fromVisitor(upload: Upload, secret: string, address: string): Promise<UploadAnswer>;
  /** Whether they may write to the counter, the caller has asked already. */
  fromOperator(upload: Upload, accountId: string): Promise<UploadAnswer>;
  /** All who know the id may have it. @returns null where there is none, or its counter was deleted [A76] */
  open(id: string): Promise<OpenedFile | 'unavailable' | null>;
  /** Removes files that were uploaded and then not sent. @returns how many */
  sweep(): Promise<number>;
}

export interface ChatFilesDeps {
  readonly index: FileIndex;
  readonly bytes: FileBytes;
  readonly people: Pick<ChatStore, 'person'>;
  /** Whose secret this is; null: no visitor's. */
  personOf(counterId: number, secret: string): Promise<string | null>;
  /** Without what is masked in the chat of the counter. */
  maskName(counterId: number, name: string): string;
  /** Why visitors of the counter cannot write; null: they can. */
  whyClosed(counterId: number): Promise<ChatRefusalReason | null>;
  readonly clock: Clock;
  readonly log: { warn(fields: Record<string, unknown>, message: string): void };
  readonly limits?: UploadLimits;
}

/** Longer than visitors leave a message half-written. */
const UNUSED_MS = 24 * 3_600_000;
const SWEEP = 500;
/** 192 random bits cannot be guessed. */
const ID_BYTES = 24;

const refused = (reason: ChatRefusalReason): UploadAnswer => ({ ok: false, reason });

export function createChatFiles(deps: ChatFilesDeps): ChatFiles {
  const { index, bytes, people, clock, log, limits = UPLOAD_LIMITS } = deps;
  const mayUpload = createRateLimit(limits.windowMs);

  async function take(upload: Upload, personId: string | null): Promise<UploadAnswer> {
    if (upload.length !== null && upload.length > MAX_FILE_BYTES) return refused('too_large');
    return orUnavailable(() => receive(upload, personId), refused('unavailable'));
  }

  /** The place where files are kept may fail; the chat goes on. */
  async function orUnavailable<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!tellUnavailable(error)) throw error;
      return otherwise;
    }
  }

  function tellUnavailable(error: unknown): boolean {
    if (!(error instanceof FilesUnavailable)) return false;
    log.warn({ why: error.message }, 'a chat file could not be stored or read');
    return true;
  }

  async function receive({ counterId, body, ...upload }: Upload, personId: string | null) {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const received = await bytes.receive(id, body, MAX_FILE_BYTES);
    if (received === null) return refused('too_large');
    try {
      if (received.bytes === 0) return refused('malformed');
      const name = deps.maskName(counterId, cleanName(upload.name));
      const extension = extensionOf(name);
      const kind = kindOf(received.head, extension);
      if (kind === null) return refused('file_type');
      const full = extension === '' ? `${name}.${kind.extensions[0]}` : name;
      const file: ChatFile = { id, name: full, type: kind.type, bytes: received.bytes };
      // The row comes first: whatever happens on the way, `sweep` then finds what no message holds.
      await index.add({ ...file, counterId, personId, createdAt: clock.now() });
      await bytes.keep(id, kind.type);
      return { ok: true as const, file };
    } finally {
      await bytes.drop(id);
    }
  }

  return {
    async fromVisitor(upload, secret, address) {
      const closed = await deps.whyClosed(upload.counterId);
      if (closed !== null) return refused(closed);
      if (!mayUpload(`address:${address}`, limits.perAddress, clock.now())) return refused('too_fast');
      const personId = await deps.personOf(upload.counterId, secret);
      if (personId === null) return refused('denied');
      if ((await people.person(personId))?.blocked === true) return refused('blocked');
      if (!mayUpload(`person:${personId}`, limits.perPerson, clock.now())) return refused('too_fast');
      return take(upload, personId);
    },

    async fromOperator(upload, accountId) {
      if (!mayUpload(`operator:${accountId}`, limits.perOperator, clock.now())) return refused('too_fast');
      return take(upload, null);
    },

    async open(id) {
      const file = await index.get(id);
      if (file === null || (await deps.whyClosed(file.counterId)) === 'unknown_counter') return null;
      return orUnavailable<OpenedFile | 'unavailable' | null>(async () => {
        const stored = await bytes.read(id);
        if (stored === null) return null;
        return { file, bytes: withCheckedLength(stored, file.bytes).on('error', tellUnavailable) };
      }, 'unavailable');
    },

    async sweep() {
      const unused = await index.unused(clock.now() - UNUSED_MS, SWEEP);
      let removed = 0;
      for (const file of unused) {
        if (!(await index.removeUnused(file.id))) continue;
        try {
          await bytes.remove(file.id);
        } catch (error) {
          // To be found again the next time.
          await index.add(file);
          throw error;
        }
        removed += 1;
      }
      return removed;
    },
  };
}
