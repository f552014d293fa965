import { useLocation } from '@tanstack/react-router'

/** The token of a handed-over link; it stands after `#`, so that it never reaches a log of addresses. */
export const useLinkToken = (): string => useLocation({ select: ({ hash }) => hash })
