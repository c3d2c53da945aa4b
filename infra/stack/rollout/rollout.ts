/** How a new version takes over: after a test and by a tenth of the requests first, or at once. */
export type Rollout = 'canary' | 'all-at-once';
