import { apiKeyCreateCommand } from './api-key.ts'
import { auditVerifyCommand } from './audit.ts'
import { backupCommand, backupListCommand } from './backup.ts'
import type { Command } from './command.ts'
import { doctorCommand } from './doctor.ts'
import { exportCommand } from './export.ts'
import { firmCreateCommand, firmListCommand } from './firm.ts'
import { importCommand } from './import.ts'
import { restoreCommand } from './restore.ts'
import { sampleDataCommand } from './sample-data.ts'
import { setupCommand } from './setup.ts'
import { userListCommand, userResetPasswordCommand } from './user.ts'

/** Every verb of the command line, in the order of the help. */
export const commands: readonly Command[] = [
  setupCommand,
  firmCreateCommand,
  firmListCommand,
  sampleDataCommand,
  userListCommand,
  userResetPasswordCommand,
  apiKeyCreateCommand,
  importCommand,
  exportCommand,
  backupListCommand,
  backupCommand,
  restoreCommand,
  auditVerifyCommand,
  doctorCommand,
]
