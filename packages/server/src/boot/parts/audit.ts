/** The audit log. */
import { createAudit, type Audit, type AuditStore } from '../../audit/index.ts';
import { createAuditStore } from '../../stores/records/index.ts';
import type { Part } from '../part.ts';
import { records } from './records.ts';

export interface AuditPart {
  readonly log: Audit;
  readonly store: AuditStore;
}

export const audit: Part<AuditPart> = {
  name: 'audit log',
  open({ clock, log, use }) {
    const store = createAuditStore(use(records).db);
    return { store, log: createAudit({ store, clock, log }) };
  },
  close: (opened) => opened.log.idle(),
};
