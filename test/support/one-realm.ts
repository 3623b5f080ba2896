/**
 * jest gives a test its own Object, and its structuredClone makes objects of another: oidc-provider then takes a key for
 * something else. Imported by tests that start the embedded identity provider.
 */
const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
};
globalThis.structuredClone = copied as typeof structuredClone;

// It says so on every Node 20, which is what we support.
jest.spyOn(console, 'warn').mockImplementation(() => undefined);
