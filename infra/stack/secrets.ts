import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { variable } from '../../lib/settings/variables.ts';
import { grantVia } from './key-use.ts';

export interface SecretsProps {
  /**
   * The whole ARN of an index secret that exists already, in the region of the stack.
   * @default - a new secret
   */
  readonly indexArn?: string;
  /**
   * The whole ARN of a code secret that exists already, in the region of the stack.
   * @default - a new secret
   */
  readonly codeArn?: string;
  /**
   * Regions that get a copy of the index secret, if it is made here.
   * @default - none
   */
  readonly replicaRegions?: readonly string[];
  /**
   * Your own key in KMS. Copies in other regions have AWS's key there: a key does not leave its region.
   * @default - a key that AWS manages
   */
  readonly encryptionKey?: IKey;
}

/** Letters and digits: more than 256 bits. */
export const generatedSecret = { passwordLength: 48, excludePunctuation: true };

/** Two secrets with different lifetimes. Secrets Manager generates them, and nobody has to see them. */
export class Secrets extends Construct {
  /** The key of the table's items and of `sub`. It never changes, and like the table it stays when the stack is deleted. */
  readonly index: ISecret;
  /** The key that codes are made with. It can be rotated. */
  readonly code: ISecret;

  readonly #encryptionKey: IKey | undefined;

  constructor(scope: Construct, id: string, props: SecretsProps) {
    super(scope, id);
    const { indexArn, codeArn, replicaRegions = [], encryptionKey } = props;
    this.#encryptionKey = encryptionKey;
    if (indexArn && replicaRegions.length > 0) {
      throw new Error('replicaRegions is for an index secret that is made here: replicate indexSecretArn yourself');
    }
    this.index = indexArn
      ? Secret.fromSecretCompleteArn(this, 'Index', indexArn)
      : createIndexSecret(this, replicaRegions, encryptionKey);
    this.code = codeArn ? Secret.fromSecretCompleteArn(this, 'Code', codeArn) : createCodeSecret(this, encryptionKey);
  }

  /** Lets the function read both secrets, and tells it their ARNs. */
  grantRead(grantee: LambdaFunction): void {
    const secrets = { indexSecretArn: this.index, codeSecretArn: this.code };
    grantReadSecrets(grantee, secrets, this.#encryptionKey);
  }

  /** Lets the function find a person's items, and make no code. */
  grantReadIndex(grantee: LambdaFunction): void {
    grantReadSecrets(grantee, { indexSecretArn: this.index }, this.#encryptionKey);
  }

  /** Lets someone, or a pipeline, replace the code secret with a new one. */
  grantRotate(grantee: IGrantable): Grant {
    grantVia('secretsmanager', this.#encryptionKey, grantee, 'kms:Decrypt', 'kms:GenerateDataKey');
    const actions = ['secretsmanager:PutSecretValue'];
    return Grant.addToPrincipal({ grantee, actions, resourceArns: [this.code.secretArn] });
  }
}

type SecretsToRead = Partial<Record<'indexSecretArn' | 'codeSecretArn' | 'heartbeatSecretArn', ISecret>>;

/** Lets the function read these, and tells it their ARNs. */
export function grantReadSecrets(grantee: LambdaFunction, secrets: SecretsToRead, encryptionKey?: IKey): void {
  const resourceArns = Object.values(secrets).map(({ secretArn }) => secretArn);
  Grant.addToPrincipal({ grantee, actions: ['secretsmanager:GetSecretValue'], resourceArns });
  grantVia('secretsmanager', encryptionKey, grantee, 'kms:Decrypt');
  for (const [name, { secretArn }] of Object.entries(secrets)) {
    grantee.addEnvironment(variable[name as keyof SecretsToRead], secretArn);
  }
}

function createIndexSecret(scope: Construct, replicaRegions: readonly string[], encryptionKey?: IKey): Secret {
  const secret = new Secret(scope, 'Index', {
    description:
      "Keys the items of login-code's table, and makes `sub`. Never change it: every person would be a new one.",
    generateSecretString: generatedSecret,
    encryptionKey,
    replicaRegions: replicaRegions.map((region) => ({ region })),
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, // after a failed first deployment it is deleted
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'Must never rotate: items can be found again only with the key that made their names.',
  });
  return secret;
}

function createCodeSecret(scope: Construct, encryptionKey?: IKey): Secret {
  const secret = new Secret(scope, 'Code', {
    description: "Makes login-code's codes. Rotate it as docs/runbooks/rotation.md says.",
    generateSecretString: generatedSecret,
    encryptionKey,
    removalPolicy: RemovalPolicy.DESTROY, // codes live only minutes
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'Rotated by hand, with one command that puts a new version: the functions still accept the one before it. ' +
      'A rotation function would need a lasting permission to replace the key.',
  });
  return secret;
}
