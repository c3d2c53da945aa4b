import { DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';

/** A domain of yours. Give a hosted zone, a certificate, or both. */
export interface DomainProps {
  /** `login.example.com` */
  readonly domainName: string;
  /**
   * A certificate for the domain, in this region.
   * @default - a new one, validated through the hosted zone
   */
  readonly certificateArn?: string;
  /**
   * The zone in Route 53 in which the domain's records are made.
   * @default - none: you make the records
   */
  readonly hostedZoneId?: string;
}

/** The domain, and what leads from it to the API. */
export class Domain extends Construct {
  /** The name that a DNS record of the domain must point to. */
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
      // The dot at the end says that the name is complete. Otherwise the CDK would have to look up the zone's name.
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
