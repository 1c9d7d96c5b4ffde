/** The shapes of answers about boards, loaded beside the first request. */
export { BoardEnvelope, BoardList } from '@goalpost/contract/management';
