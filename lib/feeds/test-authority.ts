import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this host that speaks as the authority's does; `answer` can be changed between two calls. */
export async function testAuthority(
  answer: Answer,
): Promise<{ base: string; answer: Answer; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    authority.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const authority = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return authority;
}

/** An answer of the data portal, items as the service gives them. */
export function portal(items: object[], code = "00"): object {
  const header = { resultCode: code, resultMsg: code === "00" ? "NORMAL_SERVICE" : "NODATA_ERROR" };
  if (code !== "00") return { response: { header } };
  return { response: { header, body: { dataType: "JSON", items: { item: items }, totalCount: items.length } } };
}

/** One line of getPwnCd: heavy-rain advisory for Seoul's south-east, announced 2022-08-08 09:30 +09:00. */
export function pwnCd(more: object = {}): object {
  return {
    stnId: "109",
    tmFc: 202208080930,
    tmSeq: 12,
    areaCode: "L1100100",
    areaName: "서울동남권",
    warnVar: 2,
    warnStress: 0,
    command: 1,
    cancel: 0,
    startTime: 202208081000,
    endTime: 0,
    allEndTime: 0,
    ...more,
  };
}

/** Speaks both operations that a round asks for. */
export function kmaServer(pwn: () => object, t6: () => string): Answer {
  return (request, response) => {
    const status = portal([{ t6: t6(), tmFc: "202208081000", tmSeq: "12" }]);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url?.includes("getPwnCd") ? pwn() : status));
  };
}

/** What the portal's gateway says to a key that it does not know, in XML and with status 200. */
export const unknownKey: Answer = (_, response) =>
  response.end(
    "<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR</returnAuthMsg><returnReasonCode>30</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>",
  );
