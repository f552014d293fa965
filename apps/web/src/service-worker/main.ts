// What runs beside the pages, also when none is open. Each part listens for itself.
import './app-files.ts'
import './push.ts'
