/** The shape of answers about journeys, loaded beside the first request. */
export { JourneysResponse } from '@goalpost/contract/reports/journeys';
