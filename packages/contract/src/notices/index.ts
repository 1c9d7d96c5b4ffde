/** What a counter tells by itself: alerts, the channels that they go by, reports by schedule, notes on charts. */
export * from './alerts.ts';
export * from './channels.ts';
export * from './schedules.ts';
export * from './annotations.ts';
