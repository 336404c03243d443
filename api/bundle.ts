import { cp, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sqlFiles } from '@mayfly/storage/migrate'
import { build } from 'esbuild'

/** Packages from before ES modules ask for Node's own by this name. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/** Makes what the image holds besides Node: a file for each of its two processes, and the SQL that one of them reads. */
export async function bundleBackend(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true })
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: { server: 'main.ts', migrate: 'migrate.ts' },
    outdir: outDir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: REQUIRE },
    // An addition to the driver that is not installed.
    external: ['pg-native'],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  })
  await writeFile(join(outDir, 'package.json'), '{ "type": "module" }\n')
  for (const file of sqlFiles) await cp(file, join(outDir, basename(file.pathname)), { recursive: true })
}
