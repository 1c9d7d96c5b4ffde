/** What two rooms must agree on. Pure; knows of no other room. */
export * from './access.ts';
export * from './admin-pages.ts';
export * from './collection.ts';
export * from './chat-api.ts';
export * from './chat-funnel.ts';
export * from './chat-invitations.ts';
export * from './chat-limits.ts';
export * from './chat-report.ts';
export * from './chat-rules.ts';
export * from './chat-files.ts';
export * from './chat-webhooks.ts';
export * from './chat.ts';
export * from './counters.ts';
export * from './errors.ts';
export * from './goals.ts';
export * from './stat.ts';
export * from './wire.ts';
