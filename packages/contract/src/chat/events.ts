/** Names of the chat's events, as the field has them; without the validator. */

/** The four that make goals by themselves [G10]; exact identifiers. */
export const CHAT_GOALS = {
  customer: 'Jivo_Client_initiate_chat',
  invitation: 'Jivo_Proactive_invitation_accepted',
  operator: 'Jivo_Client_answer_on_agent_request',
  offline: 'Jivo_Offline_message_sent',
} as const;
export type ChatGoal = (typeof CHAT_GOALS)[keyof typeof CHAT_GOALS];

/** Those that an owner can make goals of by hand. */
export const CHAT_EVENTS = {
  established: 'Jivo_Chat_established',
  requested: 'Jivo_Chat_requested',
  contacts: 'Jivo_User_gave_contacts_during_chat',
} as const;
export type ChatEvent = (typeof CHAT_EVENTS)[keyof typeof CHAT_EVENTS];

/** All of them begin so. */
export const CHAT_EVENT_PREFIX = 'Jivo_';
