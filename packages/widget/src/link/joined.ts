/** Frames that add to what was said before: where one waits already, the next joins it. Pure. */
import { namesOf } from '../shared/plain.ts';
import type { VisitorFrame } from '@goalpost/contract/chat';

/** The contract takes no more at once; the latest are kept. */
const MOST_ATTRIBUTES = 50;

export function joined(before: VisitorFrame | undefined, frame: VisitorFrame): VisitorFrame {
  if (frame.type === 'contact' && before?.type === 'contact')
    return { ...frame, contact: { ...before.contact, ...frame.contact } };
  if (frame.type === 'attributes' && before?.type === 'attributes') {
    const attributes = { ...before.attributes, ...frame.attributes };
    for (const name of namesOf(attributes).slice(0, -MOST_ATTRIBUTES)) delete attributes[name];
    return { ...frame, attributes };
  }
  return frame;
}
