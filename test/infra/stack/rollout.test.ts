import { describe, expect, test } from '@jest/globals';
import { readContext } from '../../../infra/context.ts';
import {
  createStack,
  everything,
  mailOnly,
  pathsOf,
  propertiesOf,
  resourcesOf,
  statementsOf,
  synthesize,
} from '../../support/synthesis.ts';

const off = synthesize({ ...mailOnly, rollout: 'all-at-once' });
const canary = synthesize({ ...mailOnly, rollout: 'canary' });
const provisioned = synthesize({ ...mailOnly, provisionedConcurrency: '3' });
const full = synthesize({ ...everything, rollout: 'canary', provisionedConcurrency: '50' });

const signsIn = ['Send', 'Verify'] as const;
const callOf = (method: { Integration: { Uri: string } }) =>
  /functions\/(.+)\/invocations$/.exec(method.Integration.Uri)?.[1];
const callsIn = (template: typeof canary) =>
  Object.fromEntries(Object.entries(pathsOf(template)).map(([path, method]) => [path, callOf(method)]));
const live = {
  '/auth/send-login-code': '<SendLive>',
  '/auth/verify-login-code': '<VerifyLive>',
};

describe('where neither is set', () => {
  test('the template has no version, no alias, and nothing of CodeDeploy', () => {
    expect(off.toJSON()).toEqual(synthesize(mailOnly).toJSON());
    const types = Object.values(off.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
    expect(types.filter((type) => /Alias|Version$|CodeDeploy/.test(type))).toEqual([]);
  });
});

describe.each([
  ['rollout=canary', canary],
  ['provisionedConcurrency', provisioned],
])('with %s', (_, template) => {
  test('requests for codes and checks go to the alias of the newest version, and all others to the function', () => {
    expect(callsIn(template)).toEqual({ ...callsIn(off), ...live });
    for (const id of signsIn) {
      expect(propertiesOf(template, 'AWS::Lambda::Alias')[`${id}Live`]).toMatchObject({
        FunctionName: `<${id}>`,
        FunctionVersion: expect.stringMatching(new RegExp(`^<${id}CurrentVersion[\\da-fA-F]+\\.Version>$`)),
        Name: 'live',
      });
    }
  });

  test('the stage leads to an alias only when it may be called, and the function may be called before and after', () => {
    const permissions = Object.values(propertiesOf(template, 'AWS::Lambda::Permission'));
    const calls = permissions.map(({ FunctionName, SourceArn }) => `${SourceArn} → ${FunctionName}`);
    const api = 'arn:aws:execute-api:eu-west-1:123456789012:<Api>';
    expect(calls).toEqual(
      expect.arrayContaining([
        `${api}/v1/*/auth/send-login-code → <SendLive>`,
        `${api}/v1/*/auth/verify-login-code → <VerifyLive>`,
        `${api}/<ApiDeploymentStagev1>/*/auth/send-login-code → <Send.Arn>`,
        `${api}/<ApiDeploymentStagev1>/*/auth/verify-login-code → <Verify.Arn>`,
      ]),
    );
    const [deployment] = Object.values(template.findResources('AWS::ApiGateway::Deployment'));
    const waitsFor = deployment?.DependsOn as readonly string[] | undefined;
    expect(waitsFor?.filter((id) => id.includes('LivePermission'))).toHaveLength(2);
  });

  test('the API is deployed anew where the aliases come or go', () => {
    const [before, after] = [off, template].map((each) =>
      Object.keys(each.findResources('AWS::ApiGateway::Deployment')),
    );
    expect(after).not.toEqual(before);
  });
});

describe('with rollout=canary, CodeDeploy', () => {
  const groups = propertiesOf(canary, 'AWS::CodeDeploy::DeploymentGroup');
  const alarms = propertiesOf(canary, 'AWS::CloudWatch::Alarm');

  test('gives a new version a tenth of the requests for five minutes, and takes it back by itself', () => {
    expect(Object.keys(groups)).toEqual(['CanarySendGroup', 'CanaryVerifyGroup']);
    for (const id of signsIn) {
      expect(groups[`Canary${id}Group`]).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AlarmConfiguration: {
          Enabled: true,
          Alarms: [{ Name: '<AlarmsServerErrors>' }, { Name: `<Canary${id}FunctionErrors>` }],
        },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
      });
    }
  });

  test('moves each alias after the test, the second when the first has moved', () => {
    const aliases = resourcesOf(canary, 'AWS::Lambda::Alias') as Record<string, object>;
    for (const id of signsIn) {
      expect(aliases[`${id}Live`]).toMatchObject({
        UpdatePolicy: {
          CodeDeployLambdaAliasUpdate: {
            ApplicationName: '<CanaryApplication>',
            DeploymentGroupName: `<Canary${id}Group>`,
            BeforeAllowTrafficHook: '<CanaryBeforeTraffic>',
          },
        },
      });
    }
    expect(aliases.SendLive).not.toHaveProperty('DependsOn');
    expect(aliases.VerifyLive).toMatchObject({ DependsOn: [expect.stringContaining('SendLive')] });
  });

  test('looks at the crashes of the new version alone, each minute', () => {
    for (const id of signsIn) {
      const { Metrics, ...alarm } = alarms[`Canary${id}FunctionErrors`];
      expect(alarm).toMatchObject({ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 });
      const [{ MetricStat }] = Metrics;
      expect(MetricStat).toMatchObject({
        Period: 60,
        Metric: {
          MetricName: 'Errors',
          Dimensions: [
            { Name: 'ExecutedVersion', Value: expect.stringMatching(`^<${id}CurrentVersion.+Version>$`) },
            { Name: 'FunctionName', Value: `<${id}>` },
            { Name: 'Resource', Value: `<${id}>:live` },
          ],
        },
      });
    }
  });

  test('looks at the same errors as without, by the name of the API: the stage would wait for it in a circle', () => {
    const before = propertiesOf(off, 'AWS::CloudWatch::Alarm').AlarmsServerErrors;
    const dimensionsOf = (alarm: typeof before) =>
      alarm.Metrics.flatMap(({ MetricStat }: { MetricStat?: { Metric: { Dimensions: object[] } } }) =>
        MetricStat ? [MetricStat.Metric.Dimensions] : [],
      );
    const api = { Name: 'ApiName', Value: 'login-code-LoginCode' };
    expect(dimensionsOf(alarms.AlarmsServerErrors)).toEqual([[api], [api]]);
    expect(dimensionsOf(before)[0]).toContainEqual(api);
    expect(alarms.AlarmsServerErrors.Metrics[0].Expression).toBe(before.Metrics[0].Expression);
  });
});

describe('what tests a new version', () => {
  test('is told which versions are new, and is given up once', () => {
    const { Environment, Timeout } = propertiesOf(canary, 'AWS::Lambda::Function').CanaryBeforeTraffic;
    expect(Environment.Variables).toMatchObject({
      SEND_VERSION_ARN: expect.stringMatching(/^<SendCurrentVersion[\da-fA-F]+>$/),
      VERIFY_VERSION_ARN: expect.stringMatching(/^<VerifyCurrentVersion[\da-fA-F]+>$/),
      HEARTBEAT_SECRET_ARN: '<HeartbeatSecret>',
    });
    expect(Timeout).toBeGreaterThanOrEqual(2 * 4 * 20 + 10);
    expect(Object.values(propertiesOf(canary, 'AWS::Lambda::EventInvokeConfig'))).toContainEqual(
      expect.objectContaining({ FunctionName: '<CanaryBeforeTraffic>', MaximumRetryAttempts: 0 }),
    );
  });

  test('may call the versions of these two functions, sign in, and report, and nothing else', () => {
    const group = (id: string) =>
      `arn:aws:codedeploy:eu-west-1:123456789012:deploymentgroup:<CanaryApplication>/<Canary${id}Group>`;
    expect(statementsOf(canary).CanaryBeforeTraffic?.toSorted()).toEqual([
      `Allow codedeploy:PutLifecycleEventHookExecutionStatus on ${group('Send')}, ${group('Verify')}`,
      'Allow lambda:InvokeFunction on <Send.Arn>:*, <Verify.Arn>:*',
      'Allow logs:CreateLogStream, logs:PutLogEvents on <CanaryBeforeTrafficLogs.Arn>',
      'Allow secretsmanager:GetSecretValue on <HeartbeatSecret>',
      'Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *',
    ]);
  });

  test('adds nothing to what the functions may do that people call', () => {
    for (const id of signsIn) expect(statementsOf(canary)[id]).toEqual(statementsOf(off)[id]);
  });
});

describe('provisionedConcurrency', () => {
  test('keeps copies of both functions ready, at the alias', () => {
    for (const [template, count] of [
      [provisioned, 3],
      [full, 50],
    ] as const) {
      const aliases = propertiesOf(template, 'AWS::Lambda::Alias');
      for (const id of signsIn) {
        expect(aliases[`${id}Live`].ProvisionedConcurrencyConfig).toEqual({ ProvisionedConcurrentExecutions: count });
      }
    }
  });

  test('alone needs nothing of CodeDeploy', () => {
    expect(JSON.stringify(provisioned.toJSON())).not.toMatch(/codedeploy/i);
    expect(Object.values(propertiesOf(canary, 'AWS::Lambda::Alias'))[0]).not.toHaveProperty(
      'ProvisionedConcurrencyConfig',
    );
  });

  test('is at most what is reserved', () => {
    const asked = { ...mailOnly, reservedConcurrency: '50', provisionedConcurrency: '51' };
    expect(readContext(asked)).toEqual({ complaints: ['provisionedConcurrency must be a whole number from 1 to 50'] });
  });
});

test('a canary without the heartbeat, as which it signs in, is refused', () => {
  const asked = { ...mailOnly, rollout: 'canary', heartbeat: 'false' };
  const complaint = 'canary signs in as the heartbeat: it needs heartbeat to be true';
  expect(readContext(asked)).toEqual({ complaints: [`rollout ${complaint}`] });
  expect(readContext({ ...mailOnly, rollout: 'slowly' })).toEqual({
    complaints: ['rollout must be canary or all-at-once'],
  });
  expect(() => createStack(asked)).toThrow(complaint);
});
