import { enUi } from './en-ui.ts'
import type { fa } from './fa.ts'

export const en: Record<keyof typeof fa, string> = {
  ...enUi,
  'files.attachments': 'Attachments',
  'files.upload': 'Upload a file',
  'files.download': 'Download',
  'error.files.missing': 'No file was sent.',
  'error.files.empty': 'The file is empty.',
  'error.files.notUploaded': 'The attached file was not found; upload it again.',
  'error.files.noPicture': 'Choose a PNG or JPEG picture of 5 MB at most.',
}
