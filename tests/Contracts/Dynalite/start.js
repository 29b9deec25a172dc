// Starts a DynamoDB in memory on a free port, prints the port, and ends together with whoever holds its standard input.
const server = require('dynalite')({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit());
process.stdin.resume();
