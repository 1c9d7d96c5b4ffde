/** The shapes of webhooks' answers, loaded with the first of them. */
export { WebhookDeliveryList, WebhookList, WebhookMade } from '@goalpost/contract/chat';
