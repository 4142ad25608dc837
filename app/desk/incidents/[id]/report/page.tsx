import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IncidentReport } from "@/components/report/incident-report";
import { groundOf, windowAround } from "@/components/report/place-ground";
import { cityClient, cityInfo } from "@/components/shell/city-client";
import { StaffRoom } from "@/components/shell/staff-room";
import { isFailure } from "@/lib/base/failure";
import type { IncidentReport as Report } from "@/lib/contract/report";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("title") };
}

/** The after-action report of an incident, for paper. */
export default async function ReportPage({ params }: Props) {
  const { id } = await params;
  return (
    <StaffRoom path={`/desk/incidents/${encodeURIComponent(id)}/report`} roles={["operator", "admin"]}>
      {() => <Loaded id={decodeURIComponent(id)} />}
    </StaffRoom>
  );
}

/** Metres of the map to each side of the place. */
const REACH_M = 1200;
const MAP_WIDTH = 720;

async function Loaded({ id }: { id: string }) {
  const [report, city] = await Promise.all([reportOf(id), cityInfo()]);
  const window = windowAround(report.incident, REACH_M, MAP_WIDTH);
  const zone = city?.timeZone ?? "Asia/Seoul";
  return <IncidentReport report={report} zone={zone} window={window} ground={await groundOf(window)} />;
}

async function reportOf(id: string): Promise<Report> {
  try {
    return await (await cityClient()).call("getIncidentReport", { params: { id } });
  } catch (error) {
    if (isFailure(error) && error.code === "not-found") notFound();
    throw error;
  }
}
