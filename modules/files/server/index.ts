import './tables.ts'

export { canChangeRecord, canSeeRecord } from './access.ts'
export { attachFiles, detachAll, detachFiles, setFiles } from './attachments.ts'
export { filesOf, filesOfMany, storedFile, visibleFile } from './files.ts'
export { filesModule } from './module.ts'
export { picturesOf, requirePictures } from './pictures.ts'
export { finishUpload, storeContent } from './upload.ts'
