const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64']

/** What matters of the machine that this process runs on. */
export function thisSystem() {
  return {
    platform: process.platform,
    cpu: process.arch,
    usesGlibc: process.platform !== 'linux' || Boolean(process.report.getReport().header.glibcVersionRuntime),
  }
}

/** A sentence saying why Mayfly can't run on `system` and what to do, or undefined when it can. */
export function systemProblem({ platform, cpu, usesGlibc }) {
  if (platform === 'win32' && cpu !== 'x64') {
    return 'Mayfly brings Postgres for 64-bit Intel Windows only. Install the x64 build of Node.js, which Windows on ARM runs as well.'
  }
  if ((platform === 'linux' || platform === 'darwin') && !supported.includes(`${platform}-${cpu}`)) {
    return `Mayfly brings Postgres for x64 and arm64 processors; this Node.js is built for ${cpu}. Install a 64-bit Node.js, or use another machine.`
  }
  if (!supported.includes(`${platform}-${cpu}`)) {
    return `Mayfly brings Postgres for Linux, macOS and Windows; this is ${platform}. Use one of those, for example in a virtual machine.`
  }
  if (!usesGlibc) {
    return 'Mayfly brings a Postgres that needs glibc, which Alpine and other musl systems lack. Use Debian, Ubuntu, Fedora or the like (in Docker: node:24-bookworm instead of node:24-alpine).'
  }
  return undefined
}
