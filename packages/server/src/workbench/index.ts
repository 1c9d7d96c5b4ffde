/** The workbench of goals: what helps their owner to make the right ones. */
export { suggestionEndpoints } from './suggestions/endpoint.ts';
export { previewEndpoints, type PreviewEndpointDeps } from './preview/endpoint.ts';
