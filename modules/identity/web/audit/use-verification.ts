import { callApi, useProblemText } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type AuditVerification, verifyAuditRoute } from '../../contract/index.ts'

type Part = z.infer<typeof AuditVerification>

interface Verification {
  done: number
  total: number
  unsealed: number
  faults: Part['faults']
  state: 'running' | 'stopped' | 'finished'
}

const entriesAtOnce = 5000
const mostFaults = 200

/** Checks the chain part by part, so that the screen shows how far it is and the check can be stopped. */
export function useVerification() {
  const problem = useProblemText()
  const [verification, setVerification] = useState<Verification | null>(null)
  const isStopped = useRef(false)
  useEffect(
    () => () => {
      isStopped.current = true
    },
    [],
  )
  const start = async () => {
    isStopped.current = false
    let after: string | undefined
    let sum: Verification = { done: 0, total: 0, unsealed: 0, faults: [], state: 'running' }
    setVerification(sum)
    try {
      do {
        const query = { limit: String(entriesAtOnce), ...(after ? { after } : {}) }
        const part = await callApi(verifyAuditRoute, { query })
        sum = {
          done: sum.done + part.sealed,
          total: part.total,
          unsealed: part.unsealed,
          faults: [...sum.faults, ...part.faults].slice(0, mostFaults),
          state: part.next ? 'running' : 'finished',
        }
        setVerification(sum)
        after = part.next ?? undefined
      } while (after && !isStopped.current)
      if (sum.state === 'running') setVerification({ ...sum, state: 'stopped' })
    } catch (error) {
      setVerification({ ...sum, state: 'stopped' })
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const stop = () => {
    isStopped.current = true
  }
  return { verification, start, stop }
}
