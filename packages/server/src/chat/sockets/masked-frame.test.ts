import { OperatorFrame, VisitorFrame } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { counterConfig, COUNTER } from '../test-chat.ts';
import { createFrameMasks } from './masked-frame.ts';

const CARD = '4111 1111 1111 1111';
const PAGE = {
  url: 'https://shop.example/?x=ivan@mail.ru',
  title: `Order ${CARD}`,
  referrer: 'https://t.example/?token=1',
};
const MASKED = {
  url: 'https://shop.example/?x=(email)',
  title: 'Order (card)',
  referrer: 'https://t.example/?token=(token)',
};

function mask(frame: VisitorFrame, changes = {}) {
  const counted: unknown[] = [];
  const masks = createFrameMasks((counterId, counts) => void counted.push([counterId, counts]));
  return { frame: masks.visitor(frame, counterConfig(COUNTER, changes)), counted };
}

describe('a frame of the chat', () => {
  it.each<[VisitorFrame, object]>([
    [{ type: 'page', page: PAGE }, { page: MASKED }],
    [{ type: 'typing', text: CARD }, { text: '(card)' }],
    [{ type: 'rate', rating: 5, comment: `paid by ${CARD}` }, { comment: 'paid by (card)' }],
    [
      { type: 'message', key: 'k', text: `it is ${CARD}`, fileId: null },
      { key: 'k', text: 'it is (card)' },
    ],
    [
      { type: 'attributes', attributes: { custom: { card: CARD } } } as never,
      { attributes: { custom: { card: '(card)' } } },
    ],
  ])('[P8] loses cards, and addresses as in hits: %j', (frame, wanted) => {
    expect(mask(frame).frame).toMatchObject(wanted);
  });

  it('[P8] loses cards in every field that people write, by the list of frames of both sides', () => {
    const written = { text: CARD, comment: CARD, tags: [CARD], contact: { name: CARD, description: CARD } };
    const values = { ...written, fields: [{ title: CARD, content: CARD }], attributes: { a: CARD } };
    const others = {
      version: 1,
      page: PAGE,
      conversationId: 'c',
      key: '4111-1111-1111-1111',
      fileId: null,
      lastSeq: 0,
      seq: 1,
      online: true,
      people: true,
      open: true,
      to: null,
      department: null,
      blocked: true,
      counterId: COUNTER,
      visitor: '1',
      secret: null,
      language: 'en',
      phone: false,
      token: 'a token',
      rating: 5,
      event: 'seen',
      ruleId: null,
    };
    const masks = createFrameMasks(() => undefined);
    const config = counterConfig(COUNTER, {});
    const sides = [
      [VisitorFrame.options, (frame: never) => masks.visitor(frame, config)],
      [OperatorFrame.options, (frame: never) => masks.operator(frame, config)],
    ] as const;
    for (const [options, maskIt] of sides)
      for (const option of options) {
        const frame = option.parse({ ...others, ...values, type: option.shape.type.value });
        const masked = JSON.stringify(maskIt(frame as never));
        expect([frame.type, masked.includes(CARD)]).toEqual([frame.type, false]);
        // What is compared by programs stays to the letter.
        if ('key' in frame) expect(masked).toContain(others.key);
      }
    expect(masks.fileName(`scan ${CARD}.pdf`, config)).toBe('scan (card).pdf');
  });

  it('[P1] is counted for its counter', () => {
    expect(mask({ type: 'page', page: PAGE }).counted).toEqual([[COUNTER, { email: 1, card: 1, token: 1 }]]);
  });

  it('[P8] keeps what was written for the operators to have', () => {
    const frame: VisitorFrame = {
      type: 'message',
      key: 'k',
      text: 'write to ivan@mail.ru or +79161234567',
      fileId: null,
    };
    expect(mask(frame).frame).toBe(frame);
  });

  it('[P9] stays as it is where the owner wants that', () => {
    const frame: VisitorFrame = { type: 'typing', text: CARD };
    expect(mask(frame, { masking: { on: false, names: [], keep: [], shapes: [] } }).frame).toBe(frame);
  });
});
