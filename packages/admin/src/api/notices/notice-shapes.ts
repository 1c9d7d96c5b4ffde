/** The shapes of alerts and channels, loaded beside the first request. */
export {
  AlertEnvelope,
  AlertList,
  AlertReplay,
  ChannelList,
  ChannelMade,
  ScheduleEnvelope,
  ScheduleList,
} from '@goalpost/contract/notices';
