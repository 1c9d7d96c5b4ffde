/** The shapes of invitation rules' answers, loaded with the first of them. */
export { InvitationReport, InvitationRuleAnswer, InvitationRuleList } from '@goalpost/contract/chat';
