/** The address at which a person on this machine finds a server that listens on a host and port. */
export function urlOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The address of the server with these settings: what its owner has said, or else on this machine. */
export const addressOf = (settings: {
  readonly publicUrl: string | null;
  readonly host: string;
  readonly port: number;
}): string => settings.publicUrl ?? urlOf(settings.host, settings.port);
