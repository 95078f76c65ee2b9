import { writeFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import type { OpenedPopup } from './open-browser.ts';

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface Evaluated {
  type: string;
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** Firefox's own window, scripted for what remote control of pages may not do: extension pages, popups, the background. */
export class FirefoxWindow {
  readonly #connection: BidiConnection;
  readonly #context: string;
  readonly #extensionId: string;

  static async of(browser: Browser, extensionId: string): Promise<FirefoxWindow> {
    // Puppeteer keeps its connection to itself, and Firefox admits only one session.
    const { connection } = browser as unknown as { connection: BidiConnection };
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { contexts } = result as { contexts: { context: string; url: string }[] };
    const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox has no window.');
    return new FirefoxWindow(connection, window.context, extensionId);
  }

  private constructor(connection: BidiConnection, context: string, extensionId: string) {
    this.#connection = connection;
    this.#context = context;
    this.#extensionId = extensionId;
  }

  /** Opens a page of the extension in a tab behind the one that is shown; gives its address. */
  async openOwnTab(path: string): Promise<string> {
    const host = await this.#run(`return ${this.#policy}.mozExtensionHostname`);
    const address = `moz-extension://${host}/${path}`;
    await this.#run(`gBrowser.addTab(${JSON.stringify(address)}, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    })`);
    return address;
  }

  async stopBackground(): Promise<void> {
    await this.#run(`await ${this.#policy}.extension.terminateBackground()`);
  }

  /** Runs statements in the hidden page that is the background in Firefox. */
  async inBackground(statements: string): Promise<void> {
    // A sandbox with the page's own globals: its content policy forbids eval.
    const script = `data:,${encodeURIComponent(`
      const inside = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      Components.utils.evalInSandbox(${JSON.stringify(statements)}, inside);
    `)}`;
    await this.#run(`
      const { extension } = ${this.#policy};
      await extension.wakeupBackground();
      const view = [...extension.views].find(({ viewType }) => viewType === 'background');
      view.xulBrowser.messageManager.loadFrameScript(${JSON.stringify(script)}, false);
      await new Promise((resolve) => setTimeout(resolve, 300));
    `);
  }

  async openPopup(): Promise<OpenedPopup> {
    await this.#run(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { browserActionFor } = ExtensionParent.apiManager.global;
      // As the person's own press: only that grants activeTab.
      browserActionFor(${this.#policy}.extension).triggerAction(window);
      for (let tries = 0; tries < 200; tries += 1) {
        const popup = document.querySelector('browser[webextension-view-type="popup"]');
        if (popup?.currentURI?.spec.endsWith('/popup.html') && popup.getBoundingClientRect().width > 50) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The popup did not open.');
    `);
    return {
      text: async () => String(await this.#inPopup('content.document.body.innerText')),
      press: async (selector) =>
        void (await this.#inPopup(`content.document.querySelector(${JSON.stringify(selector)}).click()`)),
      screenshot: (file) => this.#drawPopup(file),
      close: async () =>
        void (await this.#run(
          `document.querySelector('browser[webextension-view-type="popup"]')?.closest('panel')?.hidePopup()`,
        )),
    };
  }

  /** Evaluates an expression in the popup's process, where `content` is its window. */
  #inPopup(expression: string): Promise<unknown> {
    const script = `data:,${encodeURIComponent(`sendAsyncMessage('lurewatch-test', ${expression})`)}`;
    return this.#run(`
      const { messageManager } = document.querySelector('browser[webextension-view-type="popup"]');
      return new Promise((resolve, reject) => {
        const heard = ({ data }) => {
          messageManager.removeMessageListener('lurewatch-test', heard);
          resolve(data);
        };
        messageManager.addMessageListener('lurewatch-test', heard);
        messageManager.loadFrameScript(${JSON.stringify(script)}, false);
        setTimeout(() => reject(new Error('The popup did not answer.')), 10000);
      });
    `);
  }

  async #drawPopup(file: string): Promise<void> {
    const picture = await this.#run(`
      const { browsingContext } = document.querySelector('browser[webextension-view-type="popup"]');
      const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/png');
    `);
    writeFileSync(file, Buffer.from(String(picture).split(',')[1] ?? '', 'base64'));
  }

  get #policy(): string {
    return `WebExtensionPolicy.getByID(${JSON.stringify(this.#extensionId)})`;
  }

  async #run(statements: string): Promise<unknown> {
    const { result } = await this.#connection.send('script.evaluate', {
      expression: `(async () => { ${statements} })()`,
      awaitPromise: true,
      target: { context: this.#context },
    });
    const done = result as Evaluated;
    if (done.type !== 'success') throw new Error(done.exceptionDetails?.text ?? 'Firefox refused.');
    return done.result?.value;
  }
}
