import { expect, test, vi } from "vitest";
import { createClient } from "@/lib/client/client";
import { present, usePast } from "./past-store";
import "./time-machine";

test("while the past is shown nothing that changes something is sent, whatever screen asks; reading goes on", async () => {
  const fetch = vi.fn(async () => Response.json({ zones: [] }));
  const client = createClient("", { fetch });
  const open = () => client.call("openIncident", { body: { alertIds: ["a"] } });
  usePast.setState({ at: 1000 });
  await expect(open()).rejects.toMatchObject({ code: "conflict" });
  expect(fetch).not.toHaveBeenCalled();
  await client.call("listZones", {});
  usePast.setState(present);
  await open();
  expect(fetch).toHaveBeenCalledTimes(2);
});
