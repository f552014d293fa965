import { sharedValue } from '../shared-value.ts'

/** Firm and user who work here, as `7:018f…`; null while it is not known. What is kept on the device carries it. */
export const offlineOwner = sharedValue<string | null>(null)

export const ownerOf = ({ firm, user }: { firm: { tenantId: number }; user: { id: string } }): string =>
  `${firm.tenantId}:${user.id}`
