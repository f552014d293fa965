import { callApi, useProblemText, useT } from '@peyvand/platform/web'
import { Button, toast, useFormat } from '@peyvand/ui'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { verifyAuditRoute } from '../../contract/index.ts'

/** Recomputes the chain of the log and says whether anything in it was touched. */
export function VerifyButton() {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [isPending, setPending] = useState(false)
  const verify = async () => {
    setPending(true)
    try {
      const { sealed, faults } = await callApi(verifyAuditRoute, {})
      const [first] = faults
      if (first)
        toast({
          kind: 'bad',
          title: t('identity.ui.audit.broken', { count: faults.length }),
          description: t('identity.ui.audit.firstFault', {
            day: format.date(first.day),
            seq: first.seq,
            kind: t(`identity.ui.audit.fault.${first.kind}`),
          }),
        })
      else toast({ kind: 'ok', title: t('identity.ui.audit.sound', { count: sealed }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <Button icon={<ShieldCheck size={16} aria-hidden />} isPending={isPending} onPress={() => void verify()}>
      {t('identity.ui.audit.verify')}
    </Button>
  )
}
