// What the API's page looks like beyond its framework: our red, Chinese fonts first, one column on a phone.
export const pageStyle = `
body { margin: 0; background: #fff; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description {
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
.swagger-ui .topbar { background: #7f0d16; padding: 8px 0; }
.swagger-ui .topbar .download-url-wrapper { display: none; }
.swagger-ui .info { margin: 24px 0 12px; }
.swagger-ui .info .title small { background: #7f0d16; }
.swagger-ui .info hgroup.main a { display: none; }
.swagger-ui .info .renderedMarkdown p { max-width: 64em; line-height: 1.7; margin: 0 0 10px; }
.swagger-ui .info .renderedMarkdown em { display: block; color: #666; font-style: normal; }
.swagger-ui .info .renderedMarkdown code { color: #7f0d16; background: #f6f1f1; font-weight: 500; font-style: normal; }
.swagger-ui .opblock-tag { font-size: 18px; padding: 8px 4px; }
.swagger-ui .scheme-container { box-shadow: none; padding: 8px 0; margin: 0; }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 12px; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; word-break: break-all; }
  .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; padding: 4px 10px; }
}
`;
