/** The bench and the page state what the stack deploys by default: these hold them to it. */
import { expect, test } from '@jest/globals';
import { stated } from '../../infra/cost/stated.ts';
import { defaultRequestsPerSecond, letThrough } from '../../infra/stack/capacity.ts';
import { mailOnly, pathsOf, propertiesOf, synthesize } from '../support/synthesis.ts';
import { shared } from './limits.ts';

const template = synthesize(mailOnly);
const withReference = synthesize({ ...mailOnly, apiReference: 'true' });
const most = (name: string): number | undefined => shared.find((limit) => limit.name === name)?.most;

test('the memory that is charged is that of each function', () => {
  const deployed = Object.values(propertiesOf(withReference, 'AWS::Lambda::Function')).map(
    ({ Description, MemorySize }) => [Description.replace('login-code: ', ''), MemorySize / 1_024],
  );
  const { other, ...endpoints } = stated.dearest;
  // Nobody asks for what hears of mail, so it is in no table of requests.
  const asked = deployed.filter(([name]) => name !== 'email-events');
  expect(Object.fromEntries(asked)).toEqual(
    Object.fromEntries(
      Object.entries({ ...endpoints, heartbeat: stated.heartbeat }).map(([endpoint, { memory }]) => [endpoint, memory]),
    ),
  );
  expect([other.memory, stated.memory]).toEqual([0.5, 0.5]);
});

test.each([
  ['without', template, false],
  ['with', withReference, true],
] as const)(
  "the requests of the worst day, %s the API's reference, are those that the stage lets through",
  (...row) => {
    const [, template, apiReference] = row;
    const [{ MethodSettings }] = Object.values(propertiesOf(template, 'AWS::ApiGateway::Stage'));
    const [others, ...own] = MethodSettings.map(
      ({ ThrottlingRateLimit }: Record<string, number>) => ThrottlingRateLimit,
    );
    const methods = 7 * Object.keys(pathsOf(template)).length; // API Gateway makes seven of ANY
    const all = own.reduce((sum: number, rate: number) => sum + rate, others * (methods - own.length));
    expect(Object.values(letThrough(defaultRequestsPerSecond, apiReference)).reduce((sum, rate) => sum + rate, 0)).toBe(
      all,
    );
  },
);

test("the API's own throttle and the table's own maximum are those deployed", () => {
  const [stage] = Object.values(propertiesOf(template, 'AWS::ApiGateway::Stage'));
  const rates = stage.MethodSettings.map(({ ThrottlingRateLimit }: Record<string, number>) => ThrottlingRateLimit);
  expect(rates).toContain(most("The API's own throttle"));
  const [table] = Object.values(propertiesOf(template, 'AWS::DynamoDB::Table'));
  expect(table.OnDemandThroughput.MaxWriteRequestUnits).toBe(most("The table's own maximum"));
});
