import type { Timing } from './billed.ts';

/** Written by `npm run bench -- --keep`, from what it measured. */
// biome-ignore format: one line each, as JSON has them
export const measured = {
  "on": "2026-11-28",
  "processor": "AMD EPYC",
  "node": "v24.21.0",
  "timing": {
    "request": { "email": 10.44, "sms": 10.77, "denied": 7.75, "denied_caller": 4.5, "denied_warm": 0.69, "verified": 9.43 },
    "start": { "send": { "initMs": 82.2, "firstMs": 129.6 }, "verify": { "initMs": 72.6, "firstMs": 110.6 } }
  }
} as const satisfies { on: string; processor: string; node: string; timing: Timing };
