import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { variable } from '../../lib/settings/variables.ts';

/** Letters and digits: more than 256 bits. */
const generated = { passwordLength: 48, excludePunctuation: true };

/** Two secrets with different lifetimes. Secrets Manager generates them, and nobody has to see them. */
export class Secrets extends Construct {
  /** The key of the table's items. It never changes, and like the table it stays when the stack is deleted. */
  readonly index: Secret;
  /** The key that codes are made with. It can be rotated. */
  readonly code: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.index = new Secret(this, 'Index', {
      description: "Keys the items of login-code's table. Never change it: every limit would begin anew.",
      generateSecretString: generated,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, // after a failed first deployment it is deleted
    });
    Validations.of(this.index).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Must never rotate: items can be found again only with the key that made their names.',
    });
    this.code = new Secret(this, 'Code', {
      description: "Makes login-code's codes. Rotate it as docs/runbooks/rotation.md says.",
      generateSecretString: generated,
      removalPolicy: RemovalPolicy.DESTROY, // codes live only minutes
    });
    Validations.of(this.code).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Rotated by hand, with one command that puts a new version: the functions still accept the one before it. ' +
        'A rotation function would need a lasting permission to replace the key.',
    });
  }

  /** Lets the function read both secrets, and tells it their ARNs. */
  grantRead(grantee: LambdaFunction): void {
    const resourceArns = [this.index.secretArn, this.code.secretArn];
    Grant.addToPrincipal({ grantee, actions: ['secretsmanager:GetSecretValue'], resourceArns });
    grantee.addEnvironment(variable.indexSecretArn, this.index.secretArn);
    grantee.addEnvironment(variable.codeSecretArn, this.code.secretArn);
  }

  /** Lets someone, or a pipeline, replace the code secret with a new one. */
  grantRotate(grantee: IGrantable): Grant {
    const actions = ['secretsmanager:PutSecretValue'];
    return Grant.addToPrincipal({ grantee, actions, resourceArns: [this.code.secretArn] });
  }
}
