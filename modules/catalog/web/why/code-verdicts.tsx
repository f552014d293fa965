import { callApi, routeKey, useT } from '@peyvand/platform/web'
import { Bdi, useDebounced } from '@peyvand/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { type CodeVerdict, judgeCodesRoute, type SaleQuestion } from '../../contract/index.ts'

const pauseMs = 500

/** What the campaign codes of a sale are worth, asked when typing pauses: a code written wrongly is told at once. */
export const CodeVerdicts = ({ sale }: { sale: z.input<typeof SaleQuestion> }) => {
  const paused = useDebounced(sale, pauseMs)
  const { data = [] } = useQuery({
    queryKey: routeKey(judgeCodesRoute, paused),
    enabled: (paused.codes ?? []).length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await callApi(judgeCodesRoute, { body: paused }, { signal })).items,
  })
  const shown = data.filter(({ code }) => sale.codes?.includes(code))
  return (
    <ul aria-live="polite" className="flex flex-col gap-1 empty:hidden">
      {shown.map((verdict) => (
        <li
          key={verdict.code}
          className={verdict.rule && !verdict.reason ? 'text-meta text-ok' : 'text-meta text-warn'}
        >
          <Verdict verdict={verdict} />
        </li>
      ))}
    </ul>
  )
}

const Verdict = ({ verdict: { code, rule, reason } }: { verdict: CodeVerdict }) => {
  const t = useT()
  return (
    <>
      <Bdi>{code}</Bdi>{' '}
      {rule === null
        ? t('catalog.ui.codeUnknown')
        : reason === null
          ? t('catalog.ui.codeGives', { name: rule.name })
          : t('catalog.ui.codeGivesNot', { name: rule.name, reason: t(`catalog.passedOver.${reason}`) })}
    </>
  )
}
