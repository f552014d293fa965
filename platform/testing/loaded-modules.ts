import type { Directory, ModuleManifest } from '../server/index.ts'

interface Loaded {
  modules: readonly ModuleManifest[]
  directory: Directory
}

let loaded: Loaded | undefined

/** Told once per test file by `test/setup.ts`: the platform itself knows no module. */
export function loadModulesForTests(given: Loaded): void {
  loaded = given
}

/** The program's real modules. */
export function loadedModules(): Loaded {
  if (!loaded) throw new Error('test/setup.ts did not load the modules')
  return loaded
}
