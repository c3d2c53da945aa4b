import { type Faulty, whole } from '../../lib/settings/draft.ts';
import * as a from '../../lib/settings/values.ts';
import type { DomainProps } from '../stack/gateway/domain.ts';
import { arnOf, zoneId } from './aws-names.ts';
import type { StackReader } from './reader.ts';

export function readDomain({ isSet, optional, required, complain }: StackReader): DomainProps | Faulty | undefined {
  const certificateArn = optional('certificateArn', arnOf('acm'));
  const hostedZoneId = optional('hostedZoneId', zoneId);
  const given = isSet('certificateArn') || isSet('hostedZoneId');
  if (!given && !isSet('domainName')) return undefined;
  const domainName = required('domainName', a.domain, ' beside hostedZoneId or certificateArn');
  if (!given) complain('domainName', 'needs hostedZoneId or certificateArn beside it');
  return whole({ domainName, certificateArn, hostedZoneId });
}
