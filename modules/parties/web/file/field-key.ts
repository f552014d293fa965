/** The text key of a stored field's name: `ownerId` → `parties.field.owner`. */
export const fieldKey = (field: string): string => {
  if (field === 'displayName') return 'parties.field.name'
  if (field === 'photoFileId') return 'parties.field.photo'
  if (field === 'tagIds') return 'parties.field.tags'
  if (field === 'custom' || field.startsWith('custom.')) return 'parties.form.custom'
  return `parties.field.${field.replace(/Id$/, keepsId(field) ? 'Id' : '')}`
}

const keepsId = (field: string) =>
  field === 'nationalId' || field === 'legalNationalId' || field === 'foreignId'
