/** Where clamd listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** "tcp://clamav:3310" or "unix:/run/clamav/clamd.ctl"; null when it is neither. */
export function clamdAddress(text: string): ClamdAddress | null {
  const [, host, port] = /^tcp:\/\/([a-z\d.:-]+):(\d{1,5})$/i.exec(text) ?? [];
  if (host && Number(port) > 0 && Number(port) <= 65_535) return { host, port: Number(port) };
  const [, path] = /^unix:(\/.+)$/.exec(text) ?? [];
  return path ? { path } : null;
}
