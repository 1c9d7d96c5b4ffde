/** The shapes of the chat's answers, loaded beside the first request. */
export {
  CannedReplies,
  ChatMailTest,
  ChatTeam,
  ChatSettingsAnswer,
  ConversationList,
  ConversationWithMessages,
  PublicChatSettings,
  VisitorStoryAnswer,
} from '@goalpost/contract/chat';
