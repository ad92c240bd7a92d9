// A relay that takes letters and keeps them for the test: as little of SMTP as a client needs.

import { createServer } from "node:net";

/** Quoted-printable as it was written. */
const plain = (text) => text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

export class Mailbox {
  /** Letters by their text, oldest first. */
  letters = [];
  /** What the next recipients are answered instead of `250`: for example `550 no such mailbox`. */
  refusal = null;

  static async open(t) {
    const mailbox = new Mailbox();
    const server = createServer((socket) => mailbox.#serve(socket));
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    mailbox.relay = `127.0.0.1:${server.address().port}`;
    t.after(() => server.close());
    return mailbox;
  }

  #serve(socket) {
    let waiting = "";
    let isLetter = false;
    const say = (line) => socket.write(`${line}\r\n`);
    socket.on("error", () => {});
    socket.on("data", (data) => {
      waiting += data;
      for (;;) {
        const end = waiting.indexOf(isLetter ? "\r\n.\r\n" : "\r\n");
        if (end < 0) {
          return;
        }
        const text = waiting.slice(0, end);
        waiting = waiting.slice(end + (isLetter ? 5 : 2));
        isLetter = isLetter ? this.#take(text, say) : this.#answer(text, say, socket);
      }
    });
    say("220 mailbox ready");
  }

  #take(text, say) {
    this.letters.push(plain(text));
    say("250 taken");
    return false;
  }

  #answer(line, say, socket) {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "DATA") {
      say("354 go on");
      return true;
    }
    if (verb === "QUIT") {
      say("221 bye");
      socket.end();
    } else {
      say(verb === "RCPT" && this.refusal ? this.refusal : verb === "EHLO" ? "250 mailbox" : "250 well");
    }
    return false;
  }
}
