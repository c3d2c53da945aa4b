import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { attribute } from '../../lib/core/attributes.ts';
import { variable } from '../../lib/settings/variables.ts';
import { grantVia } from './key-use.ts';

export interface CodeTableProps {
  /** Write units a second. DynamoDB refuses more, apart from short bursts: this is the ceiling on its bill. */
  readonly maxWriteUnits: number;
  /** Read units a second. */
  readonly maxReadUnits: number;
  /**
   * Your own key in KMS.
   * @default - a key that AWS owns, free of charge
   */
  readonly encryptionKey?: IKey;
  /**
   * A table that exists already. The stack leaves it as it is: its TTL attribute, its maximum throughput, its key and its
   * protection are yours to set. If it has a key of yours, `encryptionKey` must be that key.
   * @default - a new table
   */
  readonly existing?: string;
}

/** One table for all hits, challenges and budgets, by `pk`. */
export class CodeTable extends Construct {
  /** Made here, or an existing one. */
  readonly table: ITable;
  readonly #encryptionKey: IKey | undefined;

  constructor(scope: Construct, id: string, props: CodeTableProps) {
    super(scope, id);
    const { existing: tableName, encryptionKey } = props;
    this.#encryptionKey = encryptionKey;
    this.table = tableName
      ? Table.fromTableAttributes(this, 'Existing', { tableName, encryptionKey })
      : createTable(this, props);
  }

  get tableName(): string {
    return this.table.tableName;
  }

  /** Lets the function do these operations, such as `UpdateItem`, and tells it the table's name. */
  grantOperations(grantee: LambdaFunction, ...operations: readonly string[]): void {
    const actions = operations.map((operation) => `dynamodb:${operation}`);
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.table.tableArn] });
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
    const ofKey = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];
    grantVia('dynamodb', this.#encryptionKey, grantee, ...ofKey);
    grantee.addEnvironment(variable.tableName, this.tableName);
  }
}

function createTable(scope: Construct, { maxWriteUnits, maxReadUnits, encryptionKey }: CodeTableProps): Table {
  // 'Default' adds nothing to the logical id, by which CloudFormation knows the table of a stack that is deployed already.
  const table = new Table(scope, 'Default', {
    partitionKey: { name: attribute.key, type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    maxWriteRequestUnits: maxWriteUnits,
    maxReadRequestUnits: maxReadUnits,
    timeToLiveAttribute: attribute.expiresAt,
    ...(encryptionKey ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey } : {}),
    // If the table is lost, every limit starts again from zero.
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(table).acknowledge({
    id: 'AwsSolutions-DDB3',
    reason:
      'No point-in-time recovery: a code lives for minutes and a hit for a month at most, and in a restored table ' +
      'used codes would be unused again. If the table is lost, people ask for another code.',
  });
  return table;
}
