/** Shapes of answers about other vendors' chats; loaded when first needed. */
export { VendorSettings } from '@goalpost/contract/vendors/settings';
