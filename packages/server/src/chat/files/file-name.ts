/** Names of files as people may see them: without paths, control characters and tricks of writing direction. */
const MAX_LENGTH = 120;
const MAX_EXTENSION = 10;
const FALLBACK = 'file';
/** Control and format characters (also those that turn the writing around), unpaired surrogates, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Characters that some system cannot have in a name. */
const UNFIT = /["*:<>?|]/g;

/** @param header by `encodeURIComponent`; anything at all may stand there */
export function cleanName(header: string): string {
  const [base = ''] = decoded(header).split(/[/\\]/).slice(-1);
  const seen = base.normalize('NFC').replace(UNSEEN, '').replace(UNFIT, '_').replace(/\s+/g, ' ');
  const trimmed = trimBoth(seen);
  return shortened(trimmed === '' ? FALLBACK : trimmed);
}

/** Lower case, without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
  return extension.length > MAX_EXTENSION || !/^[a-z\d]+$/.test(extension) ? '' : extension;
}

const AT_THE_EDGE = /[\s.]/;

/** By hand: a pattern that looks for the end tries again at each of many dots. */
function trimBoth(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && AT_THE_EDGE.test(text.charAt(from))) from++;
  while (to > from && AT_THE_EDGE.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const extension = extensionOf(name);
  const end = extension === '' ? '' : `.${extension}`;
  return characters.slice(0, MAX_LENGTH - end.length).join('') + end;
}
