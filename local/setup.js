// Gets the house ready and runs a file in it: `node local/setup.js <file> [arguments]`.
// Written so that a Node.js far too old for the rest can still read it and say so.

const oldestMajor = 20

if (Number(process.versions.node.split('.')[0]) < oldestMajor) {
  console.error(
    `Mayfly needs Node.js ${oldestMajor} or newer; this is ${process.version}. ` +
      'Install a current one from https://nodejs.org and try again.',
  )
  process.exit(1)
}

void import('./setup/set-up.js').then((door) => door.setUpAndRun(process.argv[2], process.argv.slice(3)))
