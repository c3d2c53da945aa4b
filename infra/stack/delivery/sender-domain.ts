import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity, MailFromBehaviorOnMxFailure } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { type DnsRecord, defaultDmarc, mailFromOf, senderRecords } from './sender-records.ts';

/** Has the stack make the sender's identity in SES. */
export interface SenderDomainProps {
  /**
   * The zone in Route 53 in which the domain's records are made.
   * @default - none: you make the records that `LoginCodeService.senderRecords` lists
   */
  readonly hostedZoneId?: string;
  /**
   * The text of the domain's DMARC record. `false` where the domain, or one above it, has such a record: two of one name
   * cannot be, and one of a subdomain takes the place of a stricter one above it.
   * @default `v=DMARC1; p=none; rua=mailto:postmaster@DOMAIN`
   */
  readonly dmarc?: string | false;
}

/**
 * The domain as an identity of SES, and what DNS has to say about it. Both stay when the stack is deleted, or no longer
 * makes them: other services of the account may send from the domain too, and would stop at once. The sender of a stack
 * that is deployed again is then there already.
 */
export class SenderDomain extends Construct {
  readonly records: readonly DnsRecord[];

  constructor(scope: Construct, id: string, { domain, ...props }: SenderDomainProps & { readonly domain: string }) {
    super(scope, id);
    const { hostedZoneId, dmarc = defaultDmarc(domain) } = props;
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      mailFromDomain: mailFromOf(domain),
      // A record that is missing must not stop codes. They then come from amazonses.com, and DKIM alone is aligned.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    const { region } = Stack.of(this);
    this.records = senderRecords({ domain, region, dkim: identity.dkimRecords, dmarc });
    if (hostedZoneId !== undefined) for (const record of this.records) this.#make(hostedZoneId, record);
    for (const part of this.node.findAll()) {
      // After a failed first deployment they are deleted.
      if (part instanceof CfnResource) part.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
  }

  /** Without the CDK's `CnameRecord`, which adds the zone's name to names that are known only after deployment. */
  #make(hostedZoneId: string, { id, name, type, value }: DnsRecord): void {
    new CfnRecordSet(this, id, { hostedZoneId, name, type, ttl: '1800', resourceRecords: [value] });
  }
}
