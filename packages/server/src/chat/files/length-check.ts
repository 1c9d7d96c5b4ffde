/** A stream that is as long as was promised, or fails: its length has been announced when it is sent. */
import { pipeline, Transform, type Readable } from 'node:stream';
import { FilesUnavailable } from './port.ts';

/** @returns errors where `source` has fewer bytes or more; nothing beyond `bytes` comes out */
export function withCheckedLength(source: Readable, bytes: number): Readable {
  let seen = 0;
  const wrong = () => new FilesUnavailable(`A file has other bytes than were stored: ${seen}, not ${bytes}.`);
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      seen += piece.length;
      if (seen > bytes) done(wrong());
      else done(null, piece);
    },
    flush(done) {
      done(seen < bytes ? wrong() : null);
    },
  });
  // Errors are those of the stream that is returned.
  pipeline(source, counted, () => undefined);
  return counted;
}
