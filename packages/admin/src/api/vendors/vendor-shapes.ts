/** Shapes of answers about other vendors' chats; loaded when first needed. */
export { VendorSettings, WebhookOpened } from '@goalpost/contract/vendors/settings';
