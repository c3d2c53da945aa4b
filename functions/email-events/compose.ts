import { createIndexKey } from '../../lib/aws/index-key.ts';
import { createMarksIn } from '../../lib/aws/table.ts';
import type { EmailEvent } from '../../lib/core/email-event.ts';
import { createRecordEmailEvent } from '../../lib/flows/email-event.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { EmailEventsConfig } from '../../lib/settings/email-events.ts';

/** What EventBridge wraps around a record of SES. */
export interface EmailEventEnvelope {
  readonly detail?: unknown;
}

/** Config → adapters → flow. EventBridge waits for no answer, and tries again after a failure. */
export function emailEvents({ mark, endpoints }: EmailEventsConfig, runtime: Runtime) {
  const record = createRecordEmailEvent({
    count: (event) => countEmailEvent(event, runtime),
    marking: mark && {
      table: createMarksIn(endpoints.dynamodb, mark.tableName, runtime),
      keys: createIndexKey(mark.secret, endpoints.secretsManager, runtime),
    },
    now: runtime.now,
  });
  return ({ detail }: EmailEventEnvelope): Promise<void> => record(detail);
}

/** The log says why, and never whom it was for. */
function countEmailEvent(event: EmailEvent, { measure, log }: Runtime): void {
  measure({ metric: 'EmailEvent', event: event.kind });
  if (event.kind !== 'delivery')
    log.warn('an email did not arrive, or was not wanted', { event: event.kind, why: event.why });
}
