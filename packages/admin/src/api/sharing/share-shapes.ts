/** The shapes of what shared links answer, loaded beside the first request. */
export {
  SharedAnswer,
  SharedPathAnswer,
  SharedReport,
  ShareList,
  ShareMade,
} from '@goalpost/contract/management';
