import { CodeDeployClient, PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy';
import { second } from '../core/time.ts';
import { clientSettings } from './client.ts';
import { lean } from './lean/lean.ts';

/** How CodeDeploy names one call of a hook. */
export interface HookCall {
  readonly DeploymentId: string;
  readonly LifecycleEventHookExecutionId: string;
}

/** Tells CodeDeploy whether its deployment may go on. */
export function createHookReport(endpoint: string | undefined, patience: number) {
  const client = lean(new CodeDeployClient(clientSettings(endpoint, 5 * second, 3, patience)));
  return async (call: HookCall, mayGoOn: boolean): Promise<void> => {
    await client.send(
      new PutLifecycleEventHookExecutionStatusCommand({
        deploymentId: call.DeploymentId,
        lifecycleEventHookExecutionId: call.LifecycleEventHookExecutionId,
        status: mayGoOn ? 'Succeeded' : 'Failed',
      }),
    );
  };
}
