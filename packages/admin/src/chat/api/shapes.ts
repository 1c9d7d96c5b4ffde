/** The shapes of the chat's answers, loaded beside the first request. */
export {
  CannedReplies,
  ChatTeam,
  ChatSettingsAnswer,
  ConversationList,
  ConversationWithMessages,
  VisitorStoryAnswer,
} from '@goalpost/contract';
