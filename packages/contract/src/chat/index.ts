/** The chat: its wire, its API, and what its invitations and webhooks say. */
export * from './api.ts';
export * from './events.ts';
export * from './files.ts';
export * from './funnel.ts';
export * from './invitations.ts';
export * from './limits.ts';
export * from './report.ts';
export * from './rules.ts';
export * from './answers/timeline.ts';
export * from './webhooks.ts';
export * from './wire.ts';
