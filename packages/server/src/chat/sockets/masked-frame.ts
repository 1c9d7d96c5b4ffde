/** Frames with addresses, titles and numbers of cards masked, before anything of them is kept or told [P8]. */
import type { MaskCounts } from '@goalpost/contract/collection';
import type { OperatorFrame, VisitorFrame } from '@goalpost/contract/chat';
import type { CounterConfig } from '../../collect/index.ts';
import { createCounterMasks, maskCardsIn, type Found, type Masks } from '../../kit/masking/index.ts';

export interface FrameMasks {
  visitor(frame: VisitorFrame, config: CounterConfig | undefined): VisitorFrame;
  operator(frame: OperatorFrame, config: CounterConfig | undefined): OperatorFrame;
}

type Page = Extract<VisitorFrame, { type: 'page' }>['page'];

/** @param masked hears of each frame in which something was */
export function createFrameMasks(masked: (counterId: number, counts: MaskCounts) => void): FrameMasks {
  // Ids that would be told apart by a mark are not among what frames hold.
  const masksOf = createCounterMasks(() => '');

  function counting<F>(
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
    case 'message':
    case 'offline':
    case 'typing':
      return { ...frame, text: maskCardsIn(frame.text, found) };
    case 'rate':
      return { ...frame, comment: maskCardsIn(frame.comment, found) };
    case 'custom':
      return { ...frame, fields: cardless(frame.fields, found) };
    case 'attributes':
      return { ...frame, attributes: cardless(frame.attributes, found) };
    default:
      return frame;
  }
}

function operatorFrame(frame: OperatorFrame, _masks: Masks, found: Found): OperatorFrame {
  return 'text' in frame && typeof frame.text === 'string'
    ? { ...frame, text: maskCardsIn(frame.text, found) }
    : frame;
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
