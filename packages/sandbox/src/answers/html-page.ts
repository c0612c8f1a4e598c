/** An HTML page, as proxies answer when what stands behind them does not. Source: seen. */
export function htmlPage(status: number, title: string): Response {
  const page = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
