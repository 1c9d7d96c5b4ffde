/** Notes on the charts of a counter: people's own, and those made by themselves. Rule: docs/spec/metrics.md, M109. */
import { z } from 'zod';

export const ANNOTATION_KINDS = [
  'own',
  'goal',
  'counter',
  'chat_settings',
  'invitation_rule',
  'tag_silent',
] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** Of one counter. */
export const MAX_ANNOTATIONS = 500;

const Day = z.iso.date();

export const AnnotationInput = z
  .object({ day: Day, text: z.string().trim().min(1, 'a text is needed').max(500) })
  .strict()
  .meta({ id: 'AnnotationInput' });
export type AnnotationInput = z.infer<typeof AnnotationInput>;

export const Annotation = z
  .object({
    id: z.string().nullable().describe('Of an own one; null: it was made by itself.'),
    kind: z.enum(ANNOTATION_KINDS),
    verb: z.enum(['made', 'changed', 'deleted', 'restored']),
    day: z.string().describe('`YYYY-MM-DD` where the counter is.'),
    text: z.string().describe('The own text, the name of the goal, or which settings were sent.'),
    author: z.string().describe('For those who may edit the counter; else empty.'),
  })
  .meta({ id: 'Annotation' });
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationList = z.object({ annotations: z.array(Annotation) });
export const AnnotationEnvelope = z.object({ annotation: Annotation });
