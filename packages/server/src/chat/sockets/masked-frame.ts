/** Frames with addresses, titles and numbers of cards masked, before anything of them is kept or told [P8]. */
import type { MaskCounts } from '@goalpost/contract/collection';
import type { OperatorFrame, VisitorFrame } from '@goalpost/contract/chat';
import type { CounterConfig } from '../../collect/index.ts';
import { createCounterMasks, maskCardsIn, type Found, type Masks } from '../../kit/masking/index.ts';

export interface FrameMasks {
  visitor(frame: VisitorFrame, config: CounterConfig | undefined): VisitorFrame;
  operator(frame: OperatorFrame, config: CounterConfig | undefined): OperatorFrame;
  /** What a visitor or an operator calls a file. */
  fileName(name: string, config: CounterConfig | undefined): string;
}

type Page = Extract<VisitorFrame, { type: 'page' }>['page'];

/** @param masked hears of each frame in which something was */
export function createFrameMasks(masked: (counterId: number, counts: MaskCounts) => void): FrameMasks {
  // Ids that would be told apart by a mark are not among what frames hold.
  const masksOf = createCounterMasks(() => '');

  function counting<F extends object>(
    frame: F,
    config: CounterConfig | undefined,
    mask: (frame: F, masks: Masks, found: Found) => F,
  ): F {
    const masks = config === undefined ? null : masksOf(config);
    if (masks === null || config === undefined) return frame;
    const counts: Partial<Record<keyof MaskCounts, number>> = {};
    const result = mask(frame, masks, (kind) => void (counts[kind] = (counts[kind] ?? 0) + 1));
    if (Object.keys(counts).length === 0) return frame;
    masked(config.counterId, counts);
    return result;
  }

  return {
    visitor: (frame, config) => counting(frame, config, visitorFrame),
    operator: (frame, config) => counting(frame, config, operatorFrame),
    fileName: (name, config) =>
      counting({ name }, config, (one, _masks, found) => ({ name: maskCardsIn(one.name, found) })).name,
  };
}

function visitorFrame(frame: VisitorFrame, masks: Masks, found: Found): VisitorFrame {
  switch (frame.type) {
    case 'hello': {
      const { page, landing } = frame;
      return {
        ...frame,
        page: pageOf(page, masks, found),
        ...(landing === undefined
          ? {}
          : {
              landing: {
                url: masks.address(landing.url, found),
                referrer: masks.address(landing.referrer, found),
              },
            }),
      };
    }
    case 'page':
      return { ...frame, page: pageOf(frame.page, masks, found) };
    default:
      return textless(frame, VISITOR_TEXTS[frame.type], found);
  }
}

function operatorFrame(frame: OperatorFrame, _masks: Masks, found: Found): OperatorFrame {
  return textless(frame, OPERATOR_TEXTS[frame.type], found);
}

type Texts<F extends { readonly type: string }> = {
  readonly [T in F['type']]: readonly (keyof Extract<F, { readonly type: T }> & string)[];
};

/** What people write, by the type of a frame: a type that is not here does not compile. */
const VISITOR_TEXTS: Texts<VisitorFrame> = {
  hello: [],
  page: [],
  message: ['text'],
  offline: ['text', 'contact'],
  typing: ['text'],
  read: [],
  contact: ['contact'],
  custom: ['fields'],
  attributes: ['attributes'],
  // It is compared with what the owner's own server says.
  token: [],
  rate: ['comment'],
  invitation: ['text'],
  window: [],
  number: [],
  ping: [],
};
const OPERATOR_TEXTS: Texts<OperatorFrame> = {
  hello: [],
  status: [],
  open: [],
  message: ['text'],
  note: ['text'],
  typing: [],
  read: [],
  assign: [],
  tags: ['tags'],
  contact: ['contact'],
  block: [],
  close: [],
  reopen: [],
  invite: ['text'],
  watch: [],
  ping: [],
};

/** @param names of fields that hold what people write */
function textless<F extends object>(frame: F, names: readonly string[], found: Found): F {
  const masked = Object.entries(frame)
    .filter(([name]) => names.includes(name))
    .map(([name, value]: [string, unknown]) => [name, cardless(value, found)] as const);
  return masked.length === 0 ? frame : { ...frame, ...Object.fromEntries(masked) };
}

const pageOf = ({ url, title, referrer }: Page, masks: Masks, found: Found): Page => ({
  url: masks.address(url, found),
  title: masks.text(title, found),
  referrer: masks.address(referrer, found),
});

/** Texts of any shape, wherever they stand. */
function cardless<T>(value: T, found: Found): T {
  if (typeof value === 'string') return maskCardsIn(value, found) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => cardless(each, found)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cardless(each, found)])) as T;
}
