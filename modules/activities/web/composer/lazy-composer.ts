import { lazyPart } from '@peyvand/ui'

/** The form of a new activity in a page of another module; loaded when it is shown. */
export const InlineComposer = lazyPart(async () => (await import('./inline-composer.tsx')).InlineComposer)
