/** The records store: how to open it, its migrations, and the stores that features ask for. */
export { createAccessStore } from './access/access-store.ts';
export { createAuditStore } from './audit/audit-store.ts';
export { createChatStore } from './chat/chat-store.ts';
export { createDeliveryLog } from './chat/deliveries.ts';
export { createChatDocuments } from './chat/documents.ts';
export { createFileIndex } from './chat/files.ts';
export { createFunnelRecords } from './chat/funnel.ts';
export { createMailStore } from './chat/mail.ts';
export { createInvitationStore } from './invitations/invitation-store.ts';
export { createOperatorBook } from './chat/operators.ts';
export { createConversationTimes } from './invitations/outcomes.ts';
export { createCounterStore } from './counters/counter-store.ts';
export { createGoalStore } from './goals/goal-store.ts';
export { createInstallationRecords, type InstallationRecords, type InstallationRow } from './installation.ts';
export { migrateRecords } from './migrate.ts';
export { damageOf, openRecords, type Records, type RecordsConfig } from './open.ts';
export { createTokenStore } from './tokens/token-store.ts';
export type { RecordsSchema } from './schema.ts';
