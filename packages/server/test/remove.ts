/** How tests remove the folder of a server: where one was killed, its engine writes on until it sees that. */
export const REMOVE = { recursive: true, force: true, maxRetries: 50, retryDelay: 20 } as const;
