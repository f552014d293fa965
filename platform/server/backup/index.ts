export { filePath, keyPath, Manifest, manifestPath } from './backup-format.ts'
export { readManifest, restoreFiles, restoreRows } from './restore-backup.ts'
export { writeBackup } from './write-backup.ts'
