"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { isPresent, StateLabel } from "@/components/ui/state-label";
import { TimeLabel } from "@/components/ui/time-label";
import { MINUTE } from "@/lib/base/clock";
import type { Device } from "@/lib/contract/device";
import type { KindInfo } from "@/lib/contract/kind";
import { DeviceAge } from "./device-age";
import { DeviceLink } from "./device-link";
import { StreamValue } from "./stream-value";
import { useLocalized } from "./use-localized";

/** How a device is: its line, what it is, what it said last. */
export function DeviceFacts({ device, kind, zone }: { device: Device; kind: KindInfo | undefined; zone: string }) {
  const t = useTranslations("admin.device");
  const list = useTranslations("admin.devices");
  const words = useLocalized();
  const { number } = useFormatter();
  const minutes = t("minutes", { value: number(device.keepAliveMs / MINUTE, { maximumFractionDigits: 1 }) });
  return (
    <Panel level={3} title={t("facts")} actions={<DeviceLink device={device} />}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 text-sm">
        <Fact label={t("kind")}>{kind ? words(kind.label) : device.kind}</Fact>
        <Fact label={t("zone")}>{zone}</Fact>
        <Fact label={list("seen")}>
          <DeviceAge at={device.lastSeenAt} />
        </Fact>
        <Fact label={t("keepAlive")}>{minutes}</Fact>
        <Fact label={t("created")}>
          <TimeLabel at={device.createdAt} style="full" />
        </Fact>
        <Fact label={t("class")}>{device.class}</Fact>
        {device.status?.battery !== undefined && <Fact label={t("battery")}>{number(device.status.battery)} %</Fact>}
        {!!device.status?.waiting && <Fact label={t("waiting")}>{number(device.status.waiting)}</Fact>}
        {device.status?.firmware && <Fact label={t("firmware")}>{device.status.firmware}</Fact>}
      </dl>
      {device.simulated && <Badge className="mt-3">{list("simulated")}</Badge>}
      <LatestValues device={device} kind={kind} />
      {device.retiredAt === null && (
        <Link
          href={`/desk#device=${encodeURIComponent(device.id)}`}
          className={`${buttonClass("secondary", "sm")} mt-3`}
        >
          {t("onDesk")}
        </Link>
      )}
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LatestValues({ device, kind }: { device: Device; kind: KindInfo | undefined }) {
  const t = useTranslations("admin.device");
  const list = useTranslations("admin.devices");
  const words = useLocalized();
  if (device.latest.length === 0) return <p className="mt-3 text-sm text-muted">{list("noValue")}</p>;
  return (
    <table className="mt-4 w-full text-sm">
      <caption className="mb-1 text-left text-xs text-muted">{t("streams")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("stream")}</th>
          <th scope="col">{t("value")}</th>
          <th scope="col">{t("age")}</th>
        </tr>
      </thead>
      <tbody>
        {device.latest.map(({ stream, value, at, state }) => {
          const info = kind?.streams.find(({ name }) => name === stream);
          return (
            <tr key={stream} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                {info ? words(info.label) : stream}
              </th>
              <td className="py-1.5 pr-2 text-right font-semibold">
                <span className={isPresent(state) ? "" : "text-muted line-through"}>
                  <StreamValue stream={info} value={value} />
                </span>{" "}
                <StateLabel state={state} />
              </td>
              <td className="w-28 py-1.5 text-right">
                <DeviceAge at={at} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
