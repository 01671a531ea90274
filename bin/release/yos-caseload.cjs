// Starts the tool where nothing is installed but Node.js: node yos-caseload.cjs report cases.csv
// The tool itself is in bin/ and dist/ beside this file.
const OLDEST = 20;

function stop(message) {
  process.stderr.write(`yos-caseload: ${message}\n`);
  process.exitCode = 2;
}

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  stop(`Node.js ${OLDEST} or newer is needed; this is ${process.version}`);
} else {
  import('./bin/yos-caseload.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    stop('a part is missing; unpack the whole zip and keep its files together');
  });
}
