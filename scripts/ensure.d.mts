// What TypeScript code uses of ensure.mjs, which must run on bare Node.
export const root: string
export function ensureBuild(): void
