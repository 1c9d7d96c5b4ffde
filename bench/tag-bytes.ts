/** Size of the built tag as a browser fetches it. */
import { buildTag } from '@goalpost/tag/build';

export async function tagBytes(): Promise<string> {
  const { code, gzipBytes } = await buildTag();
  return `${gzipBytes} B gzip (${Buffer.byteLength(code)} B plain)`;
}
