import type { Timing } from './billed.ts';

/** Written by `npm run bench -- --keep`, from what it measured. */
// biome-ignore format: as JSON writes it
export const measured = {
  "on": "2026-11-28",
  "processor": "AMD EPYC",
  "node": "v24.21.0",
  "timing": {
    "request": {
      "email": 9.87,
      "sms": 9.66,
      "denied": 6.56,
      "denied_caller": 4.46,
      "denied_warm": 0.6,
      "verified": 8.13
    },
    "start": {
      "send": {
        "initMs": 281.57,
        "firstMs": 25.35
      },
      "verify": {
        "initMs": 218.86,
        "firstMs": 15.27
      }
    }
  }
} as const satisfies { on: string; processor: string; node: string; timing: Timing };
