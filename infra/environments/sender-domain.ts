import { type Draft, type Faulty, faulty, whole } from '../../lib/settings/draft.ts';
import * as a from '../../lib/settings/values.ts';
import { senderDomainOf } from '../stack/delivery/sender-address.ts';
import type { SenderDomainProps } from '../stack/delivery/sender-domain.ts';
import { zoneId } from './aws-names.ts';
import type { StackReader } from './reader.ts';

/** Longer texts would need two strings in one record. */
const dmarc: a.Read<string | false> = a.mapped(
  a.matching(/^(off|v=DMARC1; ?p=(none|quarantine|reject)(;[^"\\]{0,220})?)$/, 'v=DMARC1; p=… and so on, or off'),
  (text) => text !== 'off' && text,
);

export function readSenderDomain(
  { isSet, optional, complain }: StackReader,
  emailFrom = '',
  identity: string | Faulty | undefined,
): SenderDomainProps | Faulty | undefined {
  const props: Draft<SenderDomainProps> = {
    hostedZoneId: optional('emailHostedZoneId', zoneId),
    dmarc: optional('dmarc', dmarc),
  };
  const create = optional('createEmailIdentity', a.trueOrFalse);
  if (create === false && isSet('emailHostedZoneId'))
    complain('createEmailIdentity', 'cannot be false beside emailHostedZoneId');
  if (!create && !isSet('emailHostedZoneId')) {
    if (isSet('dmarc')) complain('dmarc', 'needs emailHostedZoneId or createEmailIdentity=true beside it');
    return undefined;
  }
  if (emailFrom === '') complain(create ? 'createEmailIdentity' : 'emailHostedZoneId', 'needs emailFrom beside it');
  else if (identity !== faulty && senderDomainOf(emailFrom, identity) === undefined) {
    complain('emailIdentity', 'must be the domain of emailFrom, or one above it, if the stack is to make it');
  }
  return whole(props);
}
