import type { Timing } from './billed.ts';

/** Written by `npm run bench -- --keep`, from what it measured. */
// biome-ignore format: as JSON writes it
export const measured = {
  "on": "2026-11-28",
  "processor": "AMD EPYC",
  "node": "v24.21.0",
  "timing": {
    "request": {
      "email": 10.65,
      "sms": 9.5,
      "denied": 6.68,
      "denied_caller": 4.09,
      "denied_warm": 0.68,
      "verified": 8.47
    },
    "start": {
      "send": {
        "initMs": 211.08,
        "firstMs": 20.24
      },
      "verify": {
        "initMs": 197.77,
        "firstMs": 15.38
      }
    }
  }
} as const satisfies { on: string; processor: string; node: string; timing: Timing };
