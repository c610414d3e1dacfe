// Stands in for a package that is never loaded (see bundle.mjs).
module.exports = {};
