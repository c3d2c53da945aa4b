import { DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';

/** A domain of yours. Give a hosted zone, a certificate, or both. */
export interface DomainProps {
  readonly domainName: string;
  /**
   * A certificate for it, in this region.
   * @default - one is made, and proved through the hosted zone
   */
  readonly certificateArn?: string;
  /**
   * The zone in Route 53 that gets its records.
   * @default - the records are yours to make
   */
  readonly hostedZoneId?: string;
}

/** Leads the domain to the API. */
export class Domain extends Construct {
  /** What a record of the domain has to point at. */
  readonly target: string;

  constructor(scope: Construct, id: string, { api, ...props }: DomainProps & { readonly api: RestApi }) {
    super(scope, id);
    const { domainName, certificateArn, hostedZoneId } = props;
    const zone = hostedZoneId === undefined ? undefined : HostedZone.fromHostedZoneId(this, 'Zone', hostedZoneId);
    const certificate = certificateArn
      ? Certificate.fromCertificateArn(this, 'Certificate', certificateArn)
      : new Certificate(this, 'Certificate', { domainName, validation: CertificateValidation.fromDns(zone) });
    const domain = new DomainName(this, 'Name', {
      domainName,
      certificate,
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      mapping: api,
    });
    this.target = domain.domainNameAliasDomainName;
    if (zone) {
      // A dot at its end: else the zone's name, which takes a lookup to know, would be put behind it.
      const record = {
        zone,
        recordName: `${domainName}.`,
        target: RecordTarget.fromAlias(new ApiGatewayDomain(domain)),
      };
      new ARecord(this, 'A', record);
      new AaaaRecord(this, 'Aaaa', record);
    }
  }
}
