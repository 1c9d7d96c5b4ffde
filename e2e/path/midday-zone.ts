/** A time zone where it is midday: what a test sends today is of today until it ends. */

/** By whole hours from UTC, from −11 on; none has summer time. */
const ZONES = [
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'Pacific/Gambier',
  'Pacific/Pitcairn',
  'America/Phoenix',
  'America/Costa_Rica',
  'America/Panama',
  'America/Puerto_Rico',
  'America/Cayenne',
  'Atlantic/South_Georgia',
  'Atlantic/Cape_Verde',
  'Africa/Abidjan',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Brisbane',
  'Pacific/Guadalcanal',
  'Pacific/Wake',
] as const;

/** @param now in ms @returns where it is between 12:00 and 13:00 */
export const middayZone = (now: number): string => ZONES[23 - new Date(now).getUTCHours()] ?? 'UTC';
