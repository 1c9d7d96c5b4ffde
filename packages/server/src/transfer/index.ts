/** What goes in and out in files: uploads of what happened outside of the site. */
export { uploadEndpoints } from './uploads/endpoints.ts';
export type {
  FoundPerson,
  NewUpload,
  PeopleOfUploads,
  PersonAt,
  Upload,
  UploadedFact,
  UploadedFacts,
  UploadedReach,
  UploadStore,
} from './uploads/port.ts';
