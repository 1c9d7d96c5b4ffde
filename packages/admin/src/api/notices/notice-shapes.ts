/** The shapes of alerts and channels, loaded beside the first request. */
export {
  AlertEnvelope,
  AlertList,
  AlertReplay,
  AnnotationEnvelope,
  AnnotationList,
  ChannelList,
  ChannelMade,
  ScheduleEnvelope,
  ScheduleList,
  ScheduleTrial,
} from '@goalpost/contract/notices';
