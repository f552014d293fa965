/** Where a file's content is; `inline` shows images and PDF in the page instead of saving them. */
export const fileUrl = (id: string, { inline = false }: { inline?: boolean } = {}): string =>
  `/api/v1/files/${id}/content${inline ? '?inline=true' : ''}`
