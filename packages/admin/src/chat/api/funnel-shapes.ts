/** The shape of the funnel's answer, loaded with the first of them. */
export { ChatFunnel } from '@goalpost/contract/chat';
