import { lazyPart, Skeleton } from '@peyvand/ui'

const DesignerShape = () => <Skeleton className="h-40" />

/** The designer of one record type's own fields, for screens of other modules. */
export const RecordFields = lazyPart(
  async () => (await import('./fields-designer.tsx')).FieldsDesigner,
  DesignerShape,
)
