/**
 * The chat's wire: frames between the visitor's widget, the operator's console and the server, version 1.
 * One WebSocket each: `/chat/v1/visitor/<counter>` and `/chat/v1/operator`. Rules: docs/spec/chat.md.
 */
export * from './chat-message.ts';
export * from './chat-operator.ts';
export * from './chat-refusals.ts';
export * from './chat-views.ts';
export * from './chat-visitor.ts';
