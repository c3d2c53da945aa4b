/** An answer that only the laptop stack gives. */
export interface LocalReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const reply = (type: string, body: string, policy?: string): LocalReply => ({
  status: 200,
  headers: {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(policy && { 'Content-Security-Policy': policy }),
  },
  body,
});
