/** The chat's files, in the place that the settings name, and the removal of unused ones. */
import { join } from 'node:path';
import { createChatFiles, type ChatFiles, type FileBytes } from '../../chat/index.ts';
import { openDiskFiles, openS3Files, type BucketSettings } from '../../stores/files/index.ts';
import { createChatStore, createFileIndex } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { chat } from './chat.ts';
import { records } from './records.ts';

export interface ChatFilesPart {
  readonly files: ChatFiles;
  readonly storage: OpenFiles;
}

export const chatFiles: Part<ChatFilesPart> = {
  name: 'chat files',
  async open({ config, clock, log, use }) {
    const storage = await openFiles(join(config.dataDir, 'chat-files'), config.bucket, log);
    const { db } = use(records);
    const { personOf, whyClosed, maskFileName } = use(chat).chat;
    const files = createChatFiles({
      index: createFileIndex(db),
      bytes: storage.bytes,
      people: createChatStore(db),
      personOf,
      whyClosed,
      maskName: maskFileName,
      clock,
      log,
    });
    return { files, storage };
  },
  close: ({ storage }) => storage.close(),
};

const SWEEP_MS = 3_600_000;

export const unusedFiles: Part<NodeJS.Timeout> = {
  name: 'removal of unused chat files',
  open({ log, use }) {
    const { files } = use(chatFiles);
    const sweep = () =>
      files
        .sweep()
        .catch((error: unknown) =>
          log.warn({ error: String(error) }, 'Unused chat files are not removed yet.'),
        );
    return setInterval(() => void sweep(), SWEEP_MS).unref();
  },
  close: (timer) => clearInterval(timer),
};

export interface OpenFiles {
  readonly bytes: FileBytes;
  /** The server ends: what is under way gets a moment more, and is refused then. */
  ending(): void;
  close(): void;
}

/** The server's end waits for uploads, and a bucket that does not answer would make that long. */
const LAST_MS = 3_000;

/** A bucket that cannot be reached stops no start: uploads are refused until it can. */
export async function openFiles(
  folder: string,
  bucket: BucketSettings | null,
  log: { warn(fields: Record<string, unknown>, message: string): void },
): Promise<OpenFiles> {
  if (bucket === null)
    return { bytes: await openDiskFiles(folder), ending: () => undefined, close: () => undefined };
  const bytes = await openS3Files(folder, bucket);
  let closed = false;
  let last: NodeJS.Timeout | undefined;
  bytes.check().catch((error: unknown) => {
    if (closed) return;
    log.warn({ why: String(error) }, 'chat files cannot be stored now; see GOALPOST_S3_…');
  });
  return {
    bytes,
    ending() {
      last = setTimeout(() => bytes.close(), LAST_MS).unref();
    },
    close() {
      closed = true;
      clearTimeout(last);
      bytes.close();
    },
  };
}
