import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { variable } from '../../lib/settings/variables.ts';

/** Letters and digits, over 256 bits. */
const generated = { passwordLength: 48, excludePunctuation: true };

/** Two secrets with two lives, which Secrets Manager makes up and nobody has to see. */
export class Secrets extends Construct {
  /** Keys the table's items. Never changes, and outlives the stack as the table does. */
  readonly index: Secret;
  /** Makes codes, and rotates. */
  readonly code: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.index = new Secret(this, 'Index', {
      description: "Keys the items of login-code's table. Never change it: every limit would begin anew.",
      generateSecretString: generated,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, // a deployment that fails leaves none behind
    });
    Validations.of(this.index).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Must never rotate: items are found again only by the key that named them.',
    });
    this.code = new Secret(this, 'Code', {
      description: "Makes login-code's codes. Rotate it as docs/runbooks/rotation.md says.",
      generateSecretString: generated,
      removalPolicy: RemovalPolicy.DESTROY, // codes live minutes
    });
    Validations.of(this.code).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Rotated by hand, in one command: a new version is all it takes, the functions accept the one before it, ' +
        'and a rotation function would hold a permission to replace the key for good.',
    });
  }

  /** Lets the function fetch both, and tells it where they are. */
  grantRead(grantee: LambdaFunction): void {
    const resourceArns = [this.index.secretArn, this.code.secretArn];
    Grant.addToPrincipal({ grantee, actions: ['secretsmanager:GetSecretValue'], resourceArns });
    grantee.addEnvironment(variable.indexSecretArn, this.index.secretArn);
    grantee.addEnvironment(variable.codeSecretArn, this.code.secretArn);
  }

  /** Lets someone put a new code secret in place of the current one. */
  grantRotate(grantee: IGrantable): Grant {
    const actions = ['secretsmanager:PutSecretValue'];
    return Grant.addToPrincipal({ grantee, actions, resourceArns: [this.code.secretArn] });
  }
}
