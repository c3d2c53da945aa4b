import { describe, expect, test } from '@jest/globals';
import { createStack, propertiesOf, resourcesOf, statementsOf, synthesize } from '../../support/synthesis.ts';

const texts = { smsCountries: 'US=5000' };
const logged = synthesize({ ...texts, smsDeliveryLogs: 'true' });
const groups = Object.entries(propertiesOf(logged, 'AWS::Logs::LogGroup')).filter(([id]) => id.startsWith('SmsLogs'));

describe('what became of each text', () => {
  test('is written nowhere unless somebody wants it', () => {
    const ids = Object.keys(synthesize(texts).toJSON().Resources);
    expect(ids.filter((id) => id.includes('SmsLogs'))).toEqual([]);
  });

  test('is written where SNS writes it, and goes like other logs', () => {
    const names = groups.map(([, { LogGroupName }]) => JSON.stringify(LogGroupName));
    expect(names).toEqual([
      expect.stringMatching(/sns\/.+\/DirectPublishToPhoneNumber"/),
      expect.stringMatching(/sns\/.+\/DirectPublishToPhoneNumber\/Failure"/),
    ]);
    expect(groups.map(([, { RetentionInDays }]) => RetentionInDays)).toEqual([30, 30]);
    for (const [id] of groups) expect(resourcesOf(logged, 'AWS::Logs::LogGroup')[id]?.DeletionPolicy).toBe('Delete');
  });

  test('shows nobody a number, of whichever country', () => {
    for (const [, { DataProtectionPolicy: policy }] of groups) {
      const [{ Name, Regex }] = policy.Configuration.CustomDataIdentifier;
      expect(`a text to +12025550123 failed, +4915123456789 too`.replace(new RegExp(Regex, 'g'), '*')).toBe(
        'a text to * failed, * too',
      );
      expect(policy.Statement).toContainEqual(
        expect.objectContaining({ DataIdentifier: [Name], Operation: { Deidentify: { MaskConfig: {} } } }),
      );
    }
  });

  test('can be written by SNS for this account, there and nowhere else', () => {
    const { SmsLogsRole } = propertiesOf(logged, 'AWS::IAM::Role');
    expect(SmsLogsRole.AssumeRolePolicyDocument.Statement).toMatchObject([
      {
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() } },
      },
    ]);
    expect(statementsOf(logged).SmsLogs).toEqual([
      'Allow logs:CreateLogStream, logs:PutLogEvents on <SmsLogsDelivered.Arn>, <SmsLogsFailed.Arn>',
    ]);
  });

  test('needs texts that go out by SNS', () => {
    const other = { ...texts, smsService: 'end-user-messaging', smsDeliveryLogs: 'true' };
    expect(() => createStack(other)).toThrow('smsDeliveryLogs needs');
  });
});
