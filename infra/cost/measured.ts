import type { Timing } from './billed.ts';

/** Written by `npm run bench -- --keep`, from what it measured. */
// biome-ignore format: as JSON writes it
export const measured = {
  "on": "2026-11-28",
  "processor": "AMD EPYC",
  "node": "v24.21.0",
  "timing": {
    "request": {
      "email": 8.82,
      "sms": 10.19,
      "denied": 6.59,
      "denied_caller": 4.44,
      "denied_warm": 0.56,
      "verified": 8.89
    },
    "start": {
      "send": {
        "initMs": 197.57,
        "firstMs": 23.78
      },
      "verify": {
        "initMs": 190.24,
        "firstMs": 15.94
      }
    }
  }
} as const satisfies { on: string; processor: string; node: string; timing: Timing };
