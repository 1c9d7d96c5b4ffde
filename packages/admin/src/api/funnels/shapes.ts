/** The shapes of answers about funnels, loaded beside the first request. */
export { SegmentList } from '@goalpost/contract/management';
export { FunnelPeopleResponse, FunnelResponse } from '@goalpost/contract/reports/funnels';
