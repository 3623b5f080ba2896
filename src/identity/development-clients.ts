/** What a development server and its identity provider agree on. */
import { developmentKey } from './development-key';

/** The path below which it is mounted; with the origin of the server it is its issuer. */
export const PROVIDER_PATH = '/oidc';
/** Who the API itself is there. */
export const CLIENT_ID = 'ews';
/** The program that has an account: see seeds/world/parties.ts. Its key is `<dataFolder>/development-service.json`. */
export const SERVICE_ID = 'service:IGJ';
/** How a token for this API is asked for (RFC 8707). */
export const RESOURCE = 'urn:ews:api';

/** The keys of its clients, made in the data folder when they are first needed. */
export const clientKey = (dataFolder: string) => developmentKey(dataFolder, 'development-client', 'ES256');
export const serviceKey = (dataFolder: string) => developmentKey(dataFolder, 'development-service', 'ES256');
