/** Other vendors' chats: which were seen, which count, and what the owner names of them. */
export { createVendorChoices, type VendorChoices } from './choices.ts';
export { vendorEndpoints } from './endpoints.ts';
export type { VendorConversation, VendorConversations, VendorDocuments } from './port.ts';
export { createConversations } from './webhooks/conversations.ts';
export { createDoors } from './webhooks/doors.ts';
export { createReceive, type Receive } from './webhooks/receive.ts';
export { createSightings, type Sightings } from './sightings.ts';
export { siteChats, type SiteChats } from './site.ts';
