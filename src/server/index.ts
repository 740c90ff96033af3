/**
 * The case over HTTP: the pages, and the API they speak to, described at /api/openapi.json. Everything that a page
 * shows is computed here from the ledger; decisions and uploads go back to it and nowhere else. Nobody but the command
 * knows this room.
 */

export { type Served, type ServeOptions, serveCase } from './serve-case.ts';
export { statementFiles } from './statement-pages.ts';
