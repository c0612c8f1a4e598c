// Ink loads React's devtools in development only; the bundle has no use for them.
module.exports = { initialize() {}, connectToDevTools() {} };
