/** Other vendors' chats: which were seen, which count, and what the owner names of them. */
export { createVendorChoices } from './choices.ts';
export { vendorEndpoints } from './endpoints.ts';
export type { VendorConversation, VendorConversations } from './port.ts';
export { createConversations } from './webhooks/conversations.ts';
export { createDoors } from './webhooks/doors.ts';
export { createReceive, type Receive } from './webhooks/receive.ts';
export { createSightings } from './sightings.ts';
export { siteChats } from './site.ts';
