import type { WebModule } from '@peyvand/platform/web'

/** Every module of the staff app: the one list. */
export const webModules: readonly WebModule[] = []
