import { refreshGenerated } from '../../infra/build/generated.ts';

/** Before every run of jest, however it is started. */
export default refreshGenerated;
