// Loaded before a run, it ends the run at the first attempt to reach another machine.
const dgram = require('node:dgram');
const dns = require('node:dns');
const { writeSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');

const STDERR = 2;

function refuse() {
  writeSync(STDERR, new Error('an attempt to use the network').stack ?? '');
  // Not process.exit(), which in a thread ends the thread alone.
  process.kill(process.pid, 'SIGKILL');
}

net.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
for (const way of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[way] = refuse;
  dns.promises[way] = refuse;
}
syncBuiltinESMExports();
