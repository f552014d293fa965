import {
  forgetOthersAnswers,
  type OfflinePart,
  offlineOwner,
  ownerOf,
  type SessionFacts,
} from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'

const OfflineWork = lazyPart(async () => (await import('./offline-work.tsx')).OfflineWork)

interface OfflineScopeProps {
  session: SessionFacts
  parts: readonly OfflinePart[]
  children: ReactNode
}

/** Ties what this device keeps to the user at work, before the first screen asks for anything. */
export function OfflineScope({ session, parts, children }: OfflineScopeProps) {
  useState(() => {
    const owner = ownerOf(session)
    offlineOwner.set(owner)
    // A device that keeps nothing has nothing to forget.
    void forgetOthersAnswers(owner).catch(() => undefined)
  })
  return (
    <>
      {children}
      <OfflineWork parts={parts} />
    </>
  )
}
