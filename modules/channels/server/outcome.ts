/**
 * What came of an attempt to hand a message over. `refused` will not change by trying again; `later` was not handed
 * over and may be tried again; `uncertain` may have been taken.
 */
export type Outcome =
  | { type: 'sent'; providerId: string | null }
  | { type: 'refused' | 'later' | 'uncertain'; fault: string }
