import { readFileSync } from 'node:fs';
import { compileBuild } from '../support/weapp/compile';

jest.setTimeout(60_000);

describe('The WeChat build', () => {
  it("compiles, template by template and sheet by sheet, with WeChat's own compilers", () => {
    const { wxml, wxss } = compileBuild('dist/weapp');
    expect(wxml).toBeGreaterThan(20);
    expect(wxss).toBeGreaterThan(20);
  });

  it('asks WeChat to check privacy, and can be opened by its tools', () => {
    const app = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as { __usePrivacyCheck__?: boolean };
    const project = JSON.parse(readFileSync('dist/weapp/project.config.json', 'utf8')) as {
      compileType?: string;
    };
    expect(app.__usePrivacyCheck__).toBe(true);
    expect(project.compileType).toBe('miniprogram');
  });
});
