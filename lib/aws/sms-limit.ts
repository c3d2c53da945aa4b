import { GetSMSAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { second } from '../core/time.ts';
import { clientSettings } from './client.ts';
import { lean } from './lean/lean.ts';

/**
 * What the account may spend on texts in a month, in USD: above it, SNS drops texts without an error. Undefined where SNS does
 * not say.
 */
export async function fetchSmsLimit(endpoint: string | undefined, patience: number): Promise<number | undefined> {
  const client = lean(new SNSClient(clientSettings(endpoint, second, 2, patience)));
  try {
    const command = new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] });
    const { MonthlySpendLimit: limit } = (await client.send(command)).attributes ?? {};
    return limit === undefined || !Number.isFinite(Number(limit)) ? undefined : Number(limit);
  } finally {
    client.destroy();
  }
}
