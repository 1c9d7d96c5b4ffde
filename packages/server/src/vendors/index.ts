/** Other vendors' chats: which were seen, which count, and what the owner names of them. */
export { createVendorChoices, type VendorChoices } from './choices.ts';
export { vendorEndpoints } from './endpoints.ts';
export type { VendorDocuments } from './port.ts';
export { createSightings, type Sightings } from './sightings.ts';
export { siteChats, type SiteChats } from './site.ts';
