/** The bench and the page state what the stack deploys by default: these hold them to it. */
import { expect, test } from '@jest/globals';
import { stated } from '../../infra/cost/stated.ts';
import { mailOnly, propertiesOf, synthesize } from '../support/synthesis.ts';
import { shared } from './limits.ts';

const template = synthesize(mailOnly);
const most = (name: string): number | undefined => shared.find((limit) => limit.name === name)?.most;

test('the memory that is charged is that of the function which sends', () => {
  const sizes = Object.values(propertiesOf(template, 'AWS::Lambda::Function')).map(({ MemorySize }) => MemorySize);
  expect(Math.max(...sizes.filter((size) => size !== undefined))).toBe(stated.memory * 1_024);
});

test("the API's own throttle and the table's own maximum are those deployed", () => {
  const [stage] = Object.values(propertiesOf(template, 'AWS::ApiGateway::Stage'));
  const rates = stage.MethodSettings.map(({ ThrottlingRateLimit }: Record<string, number>) => ThrottlingRateLimit);
  expect(rates).toContain(most("The API's own throttle"));
  const [table] = Object.values(propertiesOf(template, 'AWS::DynamoDB::Table'));
  expect(table.OnDemandThroughput.MaxWriteRequestUnits).toBe(most("The table's own maximum"));
});
