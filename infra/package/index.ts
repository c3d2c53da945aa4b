/**
 * What `import … from 'login-code'` gives in another CDK app. A package has one entry, so this file, and no other, exports
 * again what others define.
 */
// biome-ignore-start lint/performance/noBarrelFile: the entry of the package
export type { Limiter } from '../../lib/core/limiters.ts';
export type { OwnWords } from '../../lib/locales/own-words.ts';
export type { Measurement } from '../../lib/runtime/metrics.ts';
export type { Api } from '../stack/gateway/api.ts';
export type { DomainProps } from '../stack/gateway/domain.ts';
export type { FirewallMode } from '../stack/gateway/firewall.ts';
export type { MakeCode } from '../stack/make-code.ts';
export type { AlarmName } from '../stack/monitoring/alarm-names.ts';
export type { Channel } from '../stack/monitoring/metrics.ts';
export type { Rollout } from '../stack/rollout/rollout.ts';
export { LoginCodeService } from '../stack/service.ts';
export type { LoginCodeServiceProps } from '../stack/service-props.ts';
export type { Settings } from '../stack/settings.ts';
export { LoginCodeStack, type LoginCodeStackProps } from '../stack/stack.ts';
export type { CodeTable } from '../stack/table.ts';
// biome-ignore-end lint/performance/noBarrelFile: the entry of the package
