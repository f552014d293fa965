import { usePermission } from '@peyvand/platform/web'

/** Whether floors are shown to the reader, as the server shows them: who sets prices sees them too. */
export function useSeesFloors(): boolean {
  const maySee = usePermission('catalog.seeFloors')
  const mayManage = usePermission('catalog.managePrices')
  return maySee || mayManage
}
