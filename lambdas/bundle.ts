import { rm } from 'node:fs/promises'
import { build } from 'esbuild'
import type { LambdaName } from './wiring.ts'

/** Packages with programs for one kind of machine: they lie beside the bundle, as `installPackages` puts them. */
const nativePackages = ['sharp']

/** Packages from before ES modules ask for Node's own by this name. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/**
 * Makes a function ready for Lambda: a folder with `index.mjs`, whose `handler` is the function's.
 * @returns the packages that it needs beside it
 */
export async function bundleLambda(name: LambdaName, outDir: string): Promise<string[]> {
  await rm(outDir, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: { index: `${name}.ts` },
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: REQUIRE },
    external: ['pg-native', ...nativePackages],
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  })
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  return nativePackages.filter((each) => imported.includes(each))
}
