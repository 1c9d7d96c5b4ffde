/** The masks of one counter: for addresses, texts and parameters [P1]. */
import { createAddressMask, type MaskAddress } from './address.ts';
import { undone } from './escapes.ts';
import { maskLoosely } from './loose.ts';
import { createParamsMask, type MaskParams } from './params.ts';
import { nameTest, shapeOf } from './own-masks.ts';
import { mayHold, mayHoldText } from './quick-look.ts';
import { roleOf, type NameRole } from './names.ts';
import type { MaskRules } from './rules.ts';
import { ALL, maskShapes, MASK, type Found } from './shapes.ts';

export interface MaskingSettings {
  /** False: nothing is masked. */
  readonly on: boolean;
  /** Names of parameters whose value is masked, beside those that are known; `*` stands for anything. */
  readonly names: readonly string[];
  /** Names of parameters whose value is left as it is. */
  readonly keep: readonly string[];
  /** Shapes that are masked everywhere: `#` is a digit, `*` letters, digits and dashes. */
  readonly shapes: readonly string[];
}

export const MASKING_DEFAULTS: MaskingSettings = { on: true, names: [], keep: [], shapes: [] };

export interface Masks {
  readonly address: MaskAddress;
  readonly params: MaskParams;
  text(text: string, found: Found): string;
  /** Of parameters that cannot be parsed. */
  loose(text: string, found: Found): string;
  /** Whether a raw address or raw parameters may hold what is masked; escapes are not undone for that. */
  mayHold(raw: string): boolean;
  /** The same of a raw text without names, such as a title. */
  mayHoldText(raw: string): boolean;
}

/** Names are many: what they mean is asked once of each. */
const MAX_KNOWN_NAMES = 2_000;

/** @param mark what tells masked ids apart, without saying what they were */
export function createMasks(settings: MaskingSettings, mark: (value: string) => string): Masks {
  const named = nameTest(settings.names);
  const kept = nameTest(settings.keep);
  const known = new Map<string, NameRole | 'keep'>();
  const own = shapeOf(settings.shapes);
  const rules: MaskRules = {
    role(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const role = kept?.(name) === true ? 'keep' : named?.(name) === true ? 'name' : roleOf(name);
      if (known.size >= MAX_KNOWN_NAMES) known.clear();
      known.set(name, role);
      return role;
    },
    shapes(text, found, wanted = ALL, replace) {
      const masked =
        own === null
          ? text
          : text.replace(own, (value) => {
              if (value === '') return value;
              found('own');
              return MASK.own;
            });
      return maskShapes(masked, found, wanted, replace);
    },
  };
  const address = createAddressMask(rules);
  const shapes: MaskRules['shapes'] = (text, ...more) =>
    piecesUndone(rules.shapes(text, ...more), (piece) => rules.shapes(piece, ...more));
  return {
    address,
    params: createParamsMask({ ...rules, address, shapes }, mark),
    text: (text, found) => shapes(text, found),
    loose: (text, found) => maskLoosely({ ...rules, shapes }, text, found),
    mayHold: (raw) => own !== null || named !== null || mayHold(raw),
    mayHoldText: (raw) => own !== null || mayHoldText(raw),
  };
}

/** Between blanks, quotes and brackets, so that escapes elsewhere in a text stay. */
const PIECE = /[^\s"'<>{}[\]\\]+/g;

/** Once more without escapes: what is found there alone changes the piece [P2]. */
function piecesUndone(text: string, mask: (piece: string) => string): string {
  if (!text.includes('%')) return text;
  return text.replace(PIECE, (piece) => {
    const bare = piece.includes('%') ? undone(piece) : piece;
    if (bare === piece) return piece;
    const masked = mask(bare);
    return masked === bare ? piece : masked;
  });
}
