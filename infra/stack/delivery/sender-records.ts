/** A record of DNS, its value as Route 53 and zone files write it. */
export interface DnsRecord {
  readonly id: string;
  readonly name: string;
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly value: string;
}

export interface Sender {
  readonly domain: string;
  readonly region: string;
  /** The names and values that SES gives for DKIM. */
  readonly dkim: readonly { readonly name: string; readonly value: string }[];
  /** The text of the DMARC record. `false`: the domain has one already, or wants none. */
  readonly dmarc: string | false;
}

/**
 * Where bounces of our mail go: to SES. It is a name below the sender's domain, so SPF is aligned with the sender, and the
 * domain's own SPF record need not name SES.
 */
export const mailFromOf = (domain: string): string => `bounce.${domain}`;

/** Lets everything through, and has receivers tell the domain's postmaster who sends in its name. */
export const defaultDmarc = (domain: string): string => `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`;

/** All records that make receivers believe mail from this domain. */
export function senderRecords({ domain, region, dkim, dmarc }: Sender): readonly DnsRecord[] {
  const mailFrom = mailFromOf(domain);
  const text = (value: string): string => `"${value}"`;
  return [
    ...dkim.map(({ name, value }, i) => ({ id: `Dkim${i + 1}`, name, type: 'CNAME' as const, value })),
    { id: 'MailFrom', name: mailFrom, type: 'MX', value: `10 feedback-smtp.${region}.amazonses.com` },
    { id: 'Spf', name: mailFrom, type: 'TXT', value: text('v=spf1 include:amazonses.com ~all') },
    ...(dmarc === false ? [] : [{ id: 'Dmarc', name: `_dmarc.${domain}`, type: 'TXT' as const, value: text(dmarc) }]),
  ];
}

/** One record a line, as a person copies them into another provider's form. */
export const inLines = (records: readonly DnsRecord[]): string =>
  records.map(({ name, type, value }) => `${name} ${type} ${value}`).join('\n');
