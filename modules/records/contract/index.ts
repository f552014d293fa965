export * from './events.ts'
export {
  kindPermissions,
  type RecordAction,
  recordPermission,
  recordsPermissions,
} from './permissions.ts'
export * from './record-kinds.ts'
export * from './records.ts'
