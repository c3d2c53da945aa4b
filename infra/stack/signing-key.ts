import { RemovalPolicy } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { variable } from '../../lib/settings/variables.ts';

export interface SigningKeyProps {
  /**
   * The key that signs, if it is not made here, for example after a rotation.
   * @default - a new key
   */
  readonly arn?: string;
  /**
   * A second key whose tokens are still accepted.
   * @default - none
   */
  readonly previousArn?: string;
}

/**
 * The key that signs tokens. It never leaves KMS, and it stays when the stack is deleted: tokens outlive the stack too.
 */
export class SigningKey extends Construct {
  readonly arn: string;
  readonly #previousArn: string | undefined;

  constructor(scope: Construct, id: string, { arn, previousArn }: SigningKeyProps) {
    super(scope, id);
    this.arn = arn ?? this.#make();
    this.#previousArn = previousArn;
  }

  /** Without an alias: an alias that moves would sign with one key under the `kid` of another. */
  #make(): string {
    const key = new Key(this, 'Key', {
      description: "Signs login-code's tokens. Rotate it as docs/checking-a-token.md says.",
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, // after a failed first deployment it is deleted
    });
    return key.keyArn;
  }

  /** Lets the function sign tokens and nothing else, and tells it the key. */
  grantSign(grantee: LambdaFunction): void {
    const resourceArns = [this.arn];
    const conditions = {
      StringEquals: { 'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256', 'kms:MessageType': 'DIGEST' },
    };
    Grant.addToPrincipal({ grantee, actions: ['kms:Sign'], resourceArns, conditions });
    this.#grantPublicKey(grantee, resourceArns);
  }

  /** Lets the function publish the keys that tokens are checked with. */
  grantServe(grantee: LambdaFunction): void {
    this.#grantPublicKey(grantee, [this.arn, ...(this.#previousArn ? [this.#previousArn] : [])]);
  }

  #grantPublicKey(grantee: LambdaFunction, resourceArns: string[]): void {
    Grant.addToPrincipal({ grantee, actions: ['kms:GetPublicKey'], resourceArns });
    grantee.addEnvironment(variable.signingKeyArn, this.arn);
  }
}
