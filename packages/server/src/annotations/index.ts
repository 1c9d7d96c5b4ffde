/** Annotations: notes on the charts of a counter. */
export { annotationEndpoints } from './endpoints.ts';
export type { AnnotationRecord, AnnotationStore, Occurrence } from './port.ts';
