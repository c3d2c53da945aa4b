import { openApi } from '../../../lib/http/openapi/document.ts';
import type { Contract } from './breaking.ts';

/** The copy of the API's document that clients were promised. */
export const heldAt = 'docs/reference/openapi.json';

/** The document of now, for an address that nobody has. */
export const documentNow = (): Contract =>
  JSON.parse(JSON.stringify(openApi({ publicUrl: 'https://login.example.com', serviceName: 'auth-service' })));
