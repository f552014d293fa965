import type { faUi } from './fa-ui.ts'

export const enUi: Record<keyof typeof faUi, string> = {
  'files.none': 'No file is attached yet.',
  'files.takePhoto': 'Take a photo',
  'files.attach': 'Attach a file',
  'files.limit': 'At most {size} per file',
  'files.kilobytes': '{size} KB',
  'files.megabytes': '{size} MB',
  'files.uploading': 'Uploading',
  'files.stopUpload': 'Stop uploading “{name}”',
  'files.open': 'Open “{name}”',
  'files.downloadNamed': 'Download “{name}”',
  'files.removeNamed': 'Remove “{name}”',
  'files.removed': '“{name}” was removed.',
  'files.zoomIn': 'Larger',
  'files.zoomOut': 'Smaller',
  'files.choosePicture': 'Choose picture',
  'files.rotate': 'Turn',
}
