import { Agent, request } from "node:http";
import { BodyTemplate } from "./frame";
import type { Answer } from "./wire";

const CONNECTIONS = 64;

/** A device that posts its frames, one on each of its connections at a time. */
export class HttpLine {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly body: BodyTemplate;
  private readonly hear: (frame: number, answer: Answer) => void;
  private readonly options: { method: string; agent: Agent; headers: Record<string, string> };
  private readonly url: string;
  private open = 0;

  constructor(
    url: string,
    { id, key }: { id: string; key: string },
    size: number,
    hear: (frame: number, answer: Answer) => void,
  ) {
    this.url = `${url}/api/v1/readings`;
    this.body = new BodyTemplate(size);
    this.hear = hear;
    const headers = { authorization: `Bearer ${id}.${key}`, "content-type": "application/json" };
    this.options = { method: "POST", agent: this.agent, headers };
  }

  free(): boolean {
    return this.open < CONNECTIONS;
  }

  send(frame: number, at: number): void {
    this.open++;
    const done = (answer: Answer) => {
      this.open--;
      this.hear(frame, answer);
    };
    const sent = request(this.url, this.options, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += chunk));
      response.on("end", () => done(JSON.parse(body) as Answer));
    });
    sent.on("error", (error: NodeJS.ErrnoException) => done({ code: `(${error.code ?? "no answer"})`, message: "" }));
    sent.end(this.body.make(at));
  }
}
