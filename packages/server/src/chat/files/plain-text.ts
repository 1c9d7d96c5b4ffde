/** Tells text from everything else, whatever its encoding. */
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const FIRST_PRINTABLE = 0x20;
const DELETE = 0x7f;
/** A form with a file in it, sent where the file's bytes alone belong: kept as text, it would be a file that no program opens. */
const FORM = /^--[^\r\n]{1,70}\r\nContent-Disposition: *form-data/i;

/**
 * Text has no control characters but for tabs and line ends. Nothing is asked of the bytes above 127: older
 * programs still write text in encodings of their own.
 */
export function isPlainText(head: Buffer): boolean {
  const hasTextAlone = head.every(
    (byte) => (byte >= FIRST_PRINTABLE && byte !== DELETE) || (byte >= TAB && byte <= CARRIAGE_RETURN),
  );
  return hasTextAlone && !FORM.test(head.toString('latin1'));
}
