/** Where the server says what happened; a pino logger fits. */
export interface FaultLog {
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

export interface Log extends FaultLog {
  info(about: object, message: string): void;
}
