export { loadedModules, loadModulesForTests } from './loaded-modules.ts'
export { type TestApp, testApp } from './test-app.ts'
export { createTestDatabase, type TestDatabase } from './test-database.ts'
