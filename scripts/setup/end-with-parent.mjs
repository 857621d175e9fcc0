// Loaded with --import into a Node.js script that one of ours has started over an IPC channel: ends the script
// when its parent is gone, even by SIGKILL, because the channel then closes. Otherwise an `npm ci` without a
// parent would go on writing to node_modules while the next set-up starts its own.

process.on('disconnect', () => process.exit(1))
process.channel?.unref() // after the listener, which refs it: the channel alone must not keep the script alive
