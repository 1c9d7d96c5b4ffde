/**
 * The chat's wire: frames between the visitor's widget, the operator's console and the server, version 1.
 * One WebSocket each: `/chat/v1/visitor/<counter>` and `/chat/v1/operator`. Rules: docs/spec/chat.md.
 */
export * from './message.ts';
export * from './operator.ts';
export * from './refusals.ts';
export * from './views.ts';
export * from './visitor.ts';
