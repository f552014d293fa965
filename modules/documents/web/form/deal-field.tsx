import { joinFacts } from '@peyvand/persian'
import { getDealRoute, listDealsRoute } from '@peyvand/pipeline/contract'
import { callApi, useRoute, useT } from '@peyvand/platform/web'
import { ComboBox, type ComboBoxProps, useFormat } from '@peyvand/ui'

type Props = Pick<
  ComboBoxProps<string>,
  'value' | 'valueLabel' | 'onChange' | 'onBlur' | 'errorMessage' | 'name' | 'ref'
> & {
  /** Whose deals are offered; anybody's where it is null. */
  partyId: string | null
}

/** The deal that a document belongs to. */
export const DealField = ({ partyId, valueLabel, ...field }: Props) => {
  const t = useT()
  const format = useFormat()
  const { value } = field
  // A draft that came back knows its deal by the id alone.
  const { data } = useRoute(
    getDealRoute,
    { params: { id: value ?? '' } },
    { enabled: value !== null && !valueLabel },
  )
  const label = valueLabel ?? data?.title
  const load = async (text: string, signal: AbortSignal) => {
    const filter = partyId && JSON.stringify({ field: 'party', op: 'in', value: [partyId] })
    const { items } = await callApi(
      listDealsRoute,
      {
        query: {
          limit: 20,
          count: 'none',
          ...(filter && { filter }),
          ...(text.trim() && { q: text.trim() }),
        },
      },
      { signal },
    )
    return items.map(({ id, title, number, party }) => ({
      id,
      label: title,
      description: joinFacts([format.digits(number), party.name]),
    }))
  }
  return (
    <ComboBox
      label={t('documents.field.deal')}
      {...field}
      {...(label && { valueLabel: label })}
      loadOptions={load}
    />
  )
}
