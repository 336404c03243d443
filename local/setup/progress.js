/** Runs `work` under a line that says what is going on and, on a terminal, for how many seconds. */
export async function showProgress(what, work) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  if (!process.stdout.isTTY) {
    console.log(`${what} …`)
    await work()
    console.log(`Installed in ${seconds()} s.`)
    return
  }
  const show = () => process.stdout.write(`\r${what} … ${seconds()} s `)
  show()
  const timer = setInterval(show, 1000)
  try {
    await work()
    process.stdout.write(`\r\x1b[KInstalled what Mayfly needs in ${seconds()} s.\n`)
  } catch (error) {
    process.stdout.write('\n')
    throw error
  } finally {
    clearInterval(timer)
  }
}
