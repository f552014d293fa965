import { customizationWeb } from '@peyvand/customization/web'
import { identityWeb } from '@peyvand/identity/web'
import type { WebModule } from '@peyvand/platform/web'

/** Every module of the staff app: the one list. */
export const modules: readonly WebModule[] = [identityWeb, customizationWeb]
