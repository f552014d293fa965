import { useRoute } from '@peyvand/platform/web'
import { getActivityRoute, type OccurrenceScope } from '../../contract/index.ts'
import { EditDrawer } from './edit-drawer.tsx'

type Props = {
  id: string
  /** Of a series: how far what is saved goes. */
  occurrences?: OccurrenceScope | undefined
  onClose: () => void
}

/** The form of an activity, by its id. */
export const EditActivity = ({ id, occurrences, onClose }: Props) => {
  const { data } = useRoute(getActivityRoute, { params: { id } })
  return data ? <EditDrawer activity={data} occurrences={occurrences} onClose={onClose} /> : null
}
