import { ListFigure, useT } from '@peyvand/platform/web'
import { summarizeDocumentsRoute } from '../../contract/index.ts'

const awaiting = {
  and: [
    { field: 'kind', op: 'in' as const, value: ['quote'] },
    { field: 'status', op: 'in' as const, value: ['issued'] },
  ],
}

/** Quotes that nobody answered yet and that still hold; fills the slot `home.figures`. */
export const QuoteFigure = () => {
  const t = useT()
  return (
    <ListFigure
      label={t('documents.figure.quotes')}
      route={summarizeDocumentsRoute}
      page="/documents"
      filter={awaiting}
      sum="total"
    />
  )
}
