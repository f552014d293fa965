import './tables.ts'

export { acceptDocument, rejectDocument } from './answer-document.ts'
export { finishDocument } from './change-status.ts'
export { convertDocument } from './convert-document.ts'
export { createDocument } from './create-document.ts'
export { visibleDocumentNames } from './document-targets.ts'
export { issueDocument } from './issue-document.ts'
export { documentsModule } from './module.ts'
