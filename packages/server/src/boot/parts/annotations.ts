/** Notes on charts: people's own, and those that changes make. */
import { annotationEndpoints } from '../../annotations/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createAnnotationStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { audit } from './audit.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export const annotations: Part<readonly Endpoint[]> = {
  name: 'annotations',
  open({ clock, use }) {
    const { counters: counterStore, goals } = use(counters);
    return annotationEndpoints({
      annotations: createAnnotationStore(use(records).db),
      counters: counterStore,
      goals,
      auditIdle: () => use(audit).log.idle(),
      clock,
    });
  },
};
